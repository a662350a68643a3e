// Made by profiles/tools/build from input/vocabulary/urine-opioid-tests.csv; change that file instead.
ValueSet: UrinePropoxyphene
Id: urine-propoxyphene
Title: "Urine propoxyphene tests"
Description: "Urine tests for propoxyphene, alone or with its metabolites."
* insert Metadata
* insert LoincCopyright
* $loinc#3545-1 "Propoxyphene [Mass/volume] in Urine"
* $loinc#3871-1 "Norpropoxyphene [Presence] in Urine"
* $loinc#16200-8 "Propoxyphene [Presence] in Urine by Confirmatory method"
* $loinc#16242-0 "Propoxyphene [Mass/volume] in Urine by Confirmatory method"
* $loinc#16749-4 "Propoxyphene + Norpropoxyphene [Units/volume] in Urine"
* $loinc#17376-5 "Norpropoxyphene [Presence] in Urine by Confirmatory method"
* $loinc#17377-3 "Norpropoxyphene [Mass/volume] in Urine by Confirmatory method"
* $loinc#19141-1 "Propoxyphene [Presence] in Urine"
* $loinc#19429-0 "Propoxyphene [Presence] in Urine by Screen method"
* $loinc#19433-2 "Propoxyphene + Norpropoxyphene [Presence] in Urine by Screen method"
* $loinc#19434-0 "Propoxyphene + Norpropoxyphene [Presence] in Urine by Confirmatory method"
* $loinc#19435-7 "Propoxyphene + Norpropoxyphene [Mass/volume] in Urine by Confirmatory method"
* $loinc#19436-5 "Propoxyphene + Norpropoxyphene [Mass/volume] in Urine"
* $loinc#19632-9 "Norpropoxyphene [Presence] in Urine by Screen method"
* $loinc#19635-2 "Norpropoxyphene [Mass/volume] in Urine"
* $loinc#58398-9 "Propoxyphene/Creatinine [Mass Ratio] in Urine"
* $loinc#58399-7 "Norpropoxyphene/Creatinine [Mass Ratio] in Urine"
* $loinc#59960-5 "Propoxyphene [Moles/volume] in Urine"
