// Made by profiles/tools/build from input/vocabulary/urine-opioid-tests.csv; change that file instead.
ValueSet: UrineDihydrocodeine
Id: urine-dihydrocodeine
Title: "Urine dihydrocodeine tests"
Description: "Urine tests for dihydrocodeine, alone or with its metabolites."
* insert Metadata
* insert LoincCopyright
* $loinc#14066-5 "Dihydrocodeine [Presence] in Urine"
* $loinc#16211-5 "Dihydrocodeine [Presence] in Urine by Confirmatory method"
* $loinc#19446-4 "Dihydrocodeine [Presence] in Urine by Screen method"
* $loinc#19448-0 "Dihydrocodeine [Mass/volume] in Urine by Confirmatory method"
* $loinc#19449-8 "Dihydrocodeine [Mass/volume] in Urine"
* $loinc#51448-9 "Dihydrocodeine+Hydrocodol [Mass/volume] in Urine"
* $loinc#51955-3 "Dihydrocodeine Free+Hydrocodol Free [Mass/volume] in Urine"
* $loinc#64131-6 "Dihydrocodeine/Creatinine [Mass Ratio] in Urine"
