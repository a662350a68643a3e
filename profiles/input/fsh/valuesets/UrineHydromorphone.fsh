// Made by profiles/tools/build from input/vocabulary/urine-opioid-tests.csv; change that file instead.
ValueSet: UrineHydromorphone
Id: urine-hydromorphone
Title: "Urine hydromorphone tests"
Description: "Urine tests for hydromorphone, alone or with its metabolites."
* insert Metadata
* insert LoincCopyright
* $loinc#9834-3 "HYDROmorphone [Presence] in Urine"
* $loinc#9835-0 "HYDROmorphone [Mass/volume] in Urine"
* $loinc#16998-7 "HYDROmorphone [Mass/volume] in Urine by Confirmatory method"
* $loinc#18473-9 "HYDROmorphone [Presence] in Urine by Confirmatory method"
* $loinc#19486-0 "HYDROmorphone [Presence] in Urine by Screen method"
* $loinc#46971-8 "HYDROmorphone Free [Mass/volume] in Urine by Confirmatory method"
* $loinc#51737-5 "HYDROmorphone Free [Mass/volume] in Urine"
* $loinc#58394-8 "HYDROmorphone/Creatinine [Mass Ratio] in Urine"
* $loinc#89309-9 "Hydromorphone-3-glucuronide [Presence] in Urine by Screen method"
