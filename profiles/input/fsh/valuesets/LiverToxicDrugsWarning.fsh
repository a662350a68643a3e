ValueSet: LiverToxicDrugsWarning
Id: liver-toxic-drugs-warning
Title: "Liver-toxic medicines, warning"
Description: "Medicines that give a warning beside naltrexone because both may harm the liver."
* insert Metadata
* insert RxNormCopyright
* $rxnorm#3554 "disulfiram"
