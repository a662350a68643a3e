ValueSet: BreastFeeding
Id: breast-feeding
Title: "Breast-feeding"
Description: "Conditions that say that the patient breast-feeds."
* insert Metadata
* insert SnomedIcd10cmCopyright
* $sct#169750002 "Mother currently breast-feeding (finding)"
* $icd10cm#Z39.1 "Encounter for care and examination of lactating mother"
