// Made by profiles/tools/build from input/vocabulary/urine-opioid-tests.csv; change that file instead.
ValueSet: UrineMeperidine
Id: urine-meperidine
Title: "Urine meperidine tests"
Description: "Urine tests for meperidine, alone or with its metabolites."
* insert Metadata
* insert LoincCopyright
* $loinc#3746-5 "Meperidine [Presence] in Urine"
* $loinc#3747-3 "Meperidine [Mass/volume] in Urine"
* $loinc#3748-1 "Meperidine [Mass/time] in 24 hour Urine"
* $loinc#3869-5 "Normeperidine [Mass/volume] in Urine"
* $loinc#16207-3 "Meperidine [Presence] in Urine by Confirmatory method"
* $loinc#16253-7 "Meperidine [Mass/volume] in Urine by Confirmatory method"
* $loinc#19532-1 "Meperidine [Presence] in Urine by Screen method"
* $loinc#27920-8 "Normeperidine [Presence] in Urine"
* $loinc#58385-6 "Meperidine+Normeperidine [Presence] in Urine by Screen method"
* $loinc#58386-4 "Meperidine/Creatinine [Mass Ratio] in Urine"
* $loinc#58387-2 "Normeperidine/Creatinine [Mass Ratio] in Urine"
* $loinc#58388-0 "Normeperidine [Presence] in Urine by Confirmatory method"
* $loinc#58389-8 "Normeperidine [Mass/volume] in Urine by Confirmatory method"
* $loinc#72384-1 "Meperidine+Normeperidine [Presence] in Urine by Confirmatory method"
* $loinc#95798-5 "Normeperidine [Presence] in Urine by Screen method"
