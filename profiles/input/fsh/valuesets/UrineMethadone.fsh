// Made by profiles/tools/build from input/vocabulary/urine-opioid-tests.csv; change that file instead.
ValueSet: UrineMethadone
Id: urine-methadone
Title: "Urine methadone tests"
Description: "Urine tests for methadone, alone or with its metabolites."
* insert Metadata
* insert LoincCopyright
* $loinc#3773-9 "Methadone [Presence] in Urine"
* $loinc#3774-7 "Methadone [Mass/volume] in Urine"
* $loinc#3775-4 "Methadone [Mass/time] in 24 hour Urine"
* $loinc#16199-2 "Methadone [Presence] in Urine by Confirmatory method"
* $loinc#16246-1 "Methadone [Mass/volume] in Urine by Confirmatory method"
* $loinc#19550-3 "Methadone [Presence] in Urine by Screen method"
* $loinc#33527-3 "Methadone.long acting metabolite [Mass/volume] in Urine"
* $loinc#41466-4 "Methadone/Creatinine [Mass Ratio] in Urine"
* $loinc#42251-9 "Methadone+Metabolite [Presence] in Urine by Screen method"
* $loinc#52958-6 "Methadone [Moles/volume] in Urine"
* $loinc#70147-4 "Methadone [Mass/volume] in Urine by Screen method"
* $loinc#70148-2 "Methadone [Presence] in Urine by Screen method >150 ng/mL"
* $loinc#70149-0 "Methadone [Presence] in Urine by Screen method >300 ng/mL"
