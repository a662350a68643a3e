ValueSet: Acetaminophen
Id: acetaminophen
Title: "Acetaminophen"
Description: "Acetaminophen by ingredient."
* insert Metadata
* insert RxNormCopyright
* $rxnorm#161 "Acetaminophen"
