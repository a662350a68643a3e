// Made by profiles/tools/build from input/vocabulary/urine-opioid-tests.csv; change that file instead.
ValueSet: UrineHydrocodone
Id: urine-hydrocodone
Title: "Urine hydrocodone tests"
Description: "Urine tests for hydrocodone, alone or with its metabolites."
* insert Metadata
* insert LoincCopyright
* $loinc#3681-4 "HYDROcodone [Mass/volume] in Urine"
* $loinc#12308-3 "HYDROcodone [Presence] in Urine"
* $loinc#16252-9 "HYDROcodone [Mass/volume] in Urine by Confirmatory method"
* $loinc#19482-9 "HYDROcodone [Presence] in Urine by Screen method"
* $loinc#19483-7 "HYDROcodone [Presence] in Urine by Confirmatory method"
* $loinc#51738-3 "HYDROcodone Free [Mass/volume] in Urine"
* $loinc#58393-0 "HYDROcodone/Creatinine [Mass Ratio] in Urine"
* $loinc#61420-6 "Norhydrocodone/Creatinine [Mass Ratio] in Urine"
* $loinc#61421-4 "Norhydrocodone [Presence] in Urine by Confirmatory method"
* $loinc#61422-2 "Norhydrocodone [Mass/volume] in Urine by Confirmatory method"
* $loinc#89304-0 "Norhydrocodone [Presence] in Urine by Screen method"
