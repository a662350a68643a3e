// Made by profiles/tools/build from input/vocabulary/urine-opioid-tests.csv; change that file instead.
ValueSet: UrineFentanyl
Id: urine-fentanyl
Title: "Urine fentanyl tests"
Description: "Urine tests for fentanyl, alone or with its metabolites."
* insert Metadata
* insert LoincCopyright
* $loinc#3637-6 "fentaNYL [Mass/volume] in Urine"
* $loinc#11235-9 "fentaNYL [Presence] in Urine"
* $loinc#26867-2 "fentaNYL [Units/volume] in 24 hour Urine"
* $loinc#40839-3 "fentaNYL [Presence] in Urine by Confirmatory method"
* $loinc#58379-9 "fentaNYL+Norfentanyl [Presence] in Urine by Screen method"
* $loinc#58380-7 "fentaNYL/Creatinine [Mass Ratio] in Urine"
* $loinc#58381-5 "fentaNYL [Mass/volume] in Urine by Confirmatory method"
* $loinc#59673-4 "fentaNYL [Presence] in Urine by Screen method"
* $loinc#66129-8 "fentaNYL+Norfentanyl [Presence] in Urine by Confirmatory method"
* $loinc#67822-7 "fentaNYL and Norfentanyl panel - Urine"
