ValueSet: HepatitisSymptoms
Id: hepatitis-symptoms
Title: "Symptoms of hepatitis"
Description: "Findings that may mean hepatitis."
* insert Metadata
* insert SnomedIcd10cmCopyright
* $sct#18165001 "Jaundice (finding)"
// Seen in aarmiller/codeBuildr, R/symptom_codes/jaundice.R.
* $icd10cm#R17 "Unspecified jaundice"
