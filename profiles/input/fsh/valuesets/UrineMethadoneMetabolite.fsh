// Made by profiles/tools/build from input/vocabulary/urine-opioid-tests.csv; change that file instead.
ValueSet: UrineMethadoneMetabolite
Id: urine-methadone-metabolite
Title: "Urine methadone metabolite tests"
Description: "Urine tests for methadone metabolite, alone or with its metabolites."
* insert Metadata
* insert LoincCopyright
* $loinc#41858-2 "2-Ethylidene-1,5-Dimethyl-3,3-Diphenylpyrrolidine (EDDP) [Presence] in Urine"
* $loinc#50542-0 "2-Ethylidene-1,5-Dimethyl-3,3-Diphenylpyrrolidine (EDDP) [Mass/volume] in Urine"
* $loinc#58390-6 "2-Ethylidene-1,5-Dimethyl-3,3-Diphenylpyrrolidine (EDDP)/Creatinine [Mass Ratio] in Urine"
* $loinc#58428-4 "2-Ethylidene-1,5-Dimethyl-3,3-Diphenylpyrrolidine (EDDP) [Presence] in Urine by Confirmatory method"
* $loinc#58429-2 "2-Ethylidene-1,5-Dimethyl-3,3-Diphenylpyrrolidine (EDDP) [Mass/volume] in Urine by Confirmatory method"
* $loinc#93495-0 "2-Ethylidene-1,5-Dimethyl-3,3-Diphenylpyrrolidine (EDDP) [Presence] in Urine by Screen method"
