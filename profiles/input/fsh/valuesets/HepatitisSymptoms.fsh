ValueSet: HepatitisSymptoms
Id: hepatitis-symptoms
Title: "Symptoms of hepatitis"
Description: "Findings that may mean hepatitis."
* insert Metadata
* insert SnomedCopyright
* $sct#18165001 "Jaundice (finding)"
