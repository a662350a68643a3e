// Made by profiles/tools/build from input/vocabulary/urine-opioid-tests.csv; change that file instead.
ValueSet: UrineKratom
Id: urine-kratom
Title: "Urine kratom tests"
Description: "Urine tests for kratom, alone or with its metabolites."
* insert Metadata
* insert LoincCopyright
* $loinc#72729-7 "7-Hydroxymitragynine/Creatinine [Mass Ratio] in Urine"
* $loinc#72730-5 "Mitragynine/Creatinine [Mass Ratio] in Urine"
* $loinc#72731-3 "7-Hydroxymitragynine [Mass/volume] in Urine by Confirmatory method"
* $loinc#72732-1 "Mitragynine [Mass/volume] in Urine by Confirmatory method"
* $loinc#73995-3 "Mitragynine [Presence] in Urine by Confirmatory method"
* $loinc#75643-7 "7-Hydroxymitragynine [Presence] in Urine by Confirmatory method"
* $loinc#75649-4 "Mitragynine+7-Hydroxymitragynine [Presence] in Urine by Confirmatory method"
* $loinc#96058-3 "Mitragynine [Presence] in Urine by Screen method"
* $loinc#96059-1 "Mitragynine [Mass/volume] in Urine by Screen method"
