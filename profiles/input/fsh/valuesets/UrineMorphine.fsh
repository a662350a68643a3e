// Made by profiles/tools/build from input/vocabulary/urine-opioid-tests.csv; change that file instead.
ValueSet: UrineMorphine
Id: urine-morphine
Title: "Urine morphine tests"
Description: "Urine tests for morphine, alone or with its metabolites."
* insert Metadata
* insert LoincCopyright
* $loinc#3828-1 "Morphine Free [Presence] in Urine"
* $loinc#3829-9 "Morphine Free [Mass/volume] in Urine"
* $loinc#3830-7 "Morphine [Presence] in Urine"
* $loinc#3831-5 "Morphine [Mass/volume] in Urine"
* $loinc#3832-3 "Morphine [Mass/time] in 24 hour Urine"
* $loinc#13648-1 "Morphine [Presence] in Urine by SAMHSA confirm method"
* $loinc#16196-8 "Morphine [Presence] in Urine by Confirmatory method"
* $loinc#16251-1 "Morphine [Mass/volume] in Urine by Confirmatory method"
* $loinc#19597-4 "Morphine [Presence] in Urine by Screen method"
* $loinc#19601-4 "Morphine Free [Presence] in Urine by Screen method"
* $loinc#19602-2 "Morphine Free [Presence] in Urine by Confirmatory method"
* $loinc#20550-0 "Morphine Free [Mass/volume] in Urine by Confirmatory method"
* $loinc#49831-1 "Normorphine [Mass/volume] in Urine"
* $loinc#58392-2 "Morphine/Creatinine [Mass Ratio] in Urine"
* $loinc#70210-0 "Morphine [Moles/volume] in Urine by Confirmatory method"
* $loinc#89308-1 "Morphine-6-Glucuronide [Presence] in Urine by Screen method"
* $loinc#101223-6 "Normorphine/Creatinine [Mass Ratio] in Urine"
