ValueSet: PregnancyConditions
Id: pregnancy-conditions
Title: "Pregnancy on the problem list"
Description: "Conditions that say that the patient is pregnant."
* insert Metadata
* insert SnomedIcd10cmCopyright
* $icd10cm#Z33.1 "Pregnant state, incidental"
* $icd10cm#O99.320 "Drug use complicating pregnancy, unspecified trimester"
* $sct#77386006 "Pregnant"
