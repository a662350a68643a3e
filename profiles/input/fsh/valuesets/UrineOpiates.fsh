// Made by profiles/tools/build from input/vocabulary/urine-opioid-tests.csv; change that file instead.
ValueSet: UrineOpiates
Id: urine-opiates
Title: "Urine opiates tests"
Description: "Urine tests for opiates, alone or with its metabolites."
* insert Metadata
* insert LoincCopyright
* $loinc#3879-4 "Opiates [Presence] in Urine"
* $loinc#5706-7 "Opiates [Identifier] in Urine"
* $loinc#8220-6 "Opiates [Mass/volume] in Urine"
* $loinc#8221-4 "Opiates [Presence] in Urine by SAMHSA confirm method"
* $loinc#8222-2 "Opiates [Presence] in Urine by SAMHSA screen method"
* $loinc#17384-9 "Opiates [Mass/volume] in Urine by Confirmatory method"
* $loinc#18390-5 "Opiates [Presence] in Urine by Confirmatory method"
* $loinc#19295-5 "Opiates [Presence] in Urine by Screen method"
* $loinc#19298-9 "Opiates positive [Identifier] in Urine by Confirmatory method"
* $loinc#19301-1 "Opiates screen method [Identifier] in Urine"
* $loinc#19302-9 "Opiates confirm method [Identifier] in Urine"
* $loinc#21431-2 "Opiates [Presence] in Urine by Screen method >2000 ng/mL"
* $loinc#41465-6 "Opiates/Creatinine [Mass Ratio] in Urine"
* $loinc#52952-9 "Opiates [Moles/volume] in Urine"
* $loinc#70150-8 "Opiates [Mass/volume] in Urine by Screen method"
* $loinc#70151-6 "Opiates [Presence] in Urine by Screen method >300 ng/mL"
