ValueSet: SuicidalThoughts
Id: suicidal-thoughts
Title: "Suicidal thoughts on the problem list"
Description: "Conditions that say that the patient thinks of suicide."
* insert Metadata
* insert SnomedIcd10cmCopyright
* $icd10cm#R45.851 "Suicidal ideations"
// The first two: SPiER-Project/adoption-guide, ig/input/fsh/suicide-related-conditions.fsh.
* $sct#247650009 "Planning suicide"
* $sct#304594002 "Suicidal intent"
* $sct#6471006 "Suicidal thoughts (finding)"
* $sct#225457007 "Feeling suicidal (finding)"
* $sct#267073005 "Suicidal (finding)"
* $sct#425104003 "Suicidal behavior (finding)"
