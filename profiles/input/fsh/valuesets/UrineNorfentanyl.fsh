// Made by profiles/tools/build from input/vocabulary/urine-opioid-tests.csv; change that file instead.
ValueSet: UrineNorfentanyl
Id: urine-norfentanyl
Title: "Urine norfentanyl tests"
Description: "Urine tests for norfentanyl, alone or with its metabolites."
* insert Metadata
* insert LoincCopyright
* $loinc#11075-9 "Norfentanyl [Mass/volume] in Urine"
* $loinc#43199-9 "Norfentanyl [Presence] in Urine"
* $loinc#43200-5 "Norfentanyl [Presence] in Urine by Confirmatory method"
* $loinc#58382-3 "Norfentanyl/Creatinine [Mass Ratio] in Urine"
* $loinc#58383-1 "Norfentanyl [Mass/volume] in Urine by Confirmatory method"
* $loinc#95797-7 "Norfentanyl [Presence] in Urine by Screen method"
