ValueSet: CoagulationDisorders
Id: coagulation-disorders
Title: "Coagulation disorders"
Description: "Disorders of coagulation that call for caution with an intramuscular injection. The families D66 to D68 of ICD-10-CM count as a whole."
* insert Metadata
* insert SnomedIcd10cmCopyright
* $sct#64779008 "Blood coagulation disorder (disorder)"
* $icd10cm#D66 "Hereditary factor VIII deficiency"
* $icd10cm#D68.9 "Coagulation defect, unspecified"
