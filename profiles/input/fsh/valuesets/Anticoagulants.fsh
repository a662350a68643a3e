ValueSet: Anticoagulants
Id: anticoagulants
Title: "Anticoagulants"
Description: "Oral anticoagulants by ingredient."
* insert Metadata
* insert RxNormCopyright
* $rxnorm#11289 "warfarin"
* $rxnorm#1364430 "apixaban"
* $rxnorm#1114195 "rivaroxaban"
* $rxnorm#1037042 "dabigatran etexilate"
* $rxnorm#1599538 "edoxaban"
