// Made by profiles/tools/build from input/vocabulary/urine-opioid-tests.csv; change that file instead.
ValueSet: UrineHeroin
Id: urine-heroin
Title: "Urine heroin tests"
Description: "Urine tests for heroin, alone or with its metabolites."
* insert Metadata
* insert LoincCopyright
* $loinc#3546-9 "Diamorphine [Presence] in Urine"
* $loinc#3547-7 "Diamorphine [Mass/volume] in Urine"
* $loinc#10975-1 "6MAM Ur-mCnc"
* $loinc#10976-9 "6MAM Ur Ql"
* $loinc#16198-4 "Diamorphine [Presence] in Urine by Confirmatory method"
* $loinc#16755-1 "Diamorphine [Mass/volume] in Urine by Confirmatory method"
* $loinc#19321-9 "6MAM Ur Ql Scn"
* $loinc#19322-7 "6MAM Ur Ql Cfm"
* $loinc#19439-9 "Diamorphine [Presence] in Urine by Screen method"
* $loinc#19593-3 "6MAM Ur Cfm-mCnc"
* $loinc#47004-7 "6MAM Free Ur Cfm-mCnc"
* $loinc#51740-9 "6MAM Free Ur-mCnc"
* $loinc#55520-1 "6MAM Ur-sCnc"
* $loinc#58384-9 "6MAM/Creat Ur"
* $loinc#60514-7 "6-Acetylcodeine [Mass/volume] in Urine by Confirmatory method"
* $loinc#70197-9 "6MAM Ur Cfm-sCnc"
