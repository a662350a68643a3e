// Made by profiles/tools/build from input/vocabulary/urine-opioid-tests.csv; change that file instead.
ValueSet: UrineCodeine
Id: urine-codeine
Title: "Urine codeine tests"
Description: "Urine tests for codeine, alone or with its metabolites."
* insert Metadata
* insert LoincCopyright
* $loinc#3507-1 "Codeine [Presence] in Urine"
* $loinc#3508-9 "Codeine [Mass/volume] in Urine"
* $loinc#13641-6 "Codeine [Presence] in Urine by SAMHSA confirm method"
* $loinc#16197-6 "Codeine [Presence] in Urine by Confirmatory method"
* $loinc#16250-3 "Codeine [Mass/volume] in Urine by Confirmatory method"
* $loinc#19411-8 "Codeine [Presence] in Urine by Screen method"
* $loinc#49829-5 "Norcodeine [Mass/volume] in Urine"
* $loinc#51739-1 "Codeine Free [Mass/volume] in Urine"
* $loinc#58391-4 "Codeine/Creatinine [Mass Ratio] in Urine"
* $loinc#70206-8 "Codeine [Moles/volume] in Urine by Confirmatory method"
* $loinc#86608-7 "Norcodeine/Creatinine [Mass Ratio] in Urine by Confirmatory method"
* $loinc#89310-7 "Codeine-6-glucuronide [Presence] in Urine by Screen method"
