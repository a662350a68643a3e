ValueSet: ChronicViralHepatitis
Id: chronic-viral-hepatitis
Title: "Chronic viral hepatitis"
Description: "Chronic hepatitis B or C."
* insert Metadata
* insert Icd10cmCopyright
* $icd10cm#B18.1 "Chronic viral hepatitis B without delta-agent"
* $icd10cm#B18.2 "Chronic viral hepatitis C"
