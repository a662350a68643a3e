// Made by profiles/tools/build from input/vocabulary/urine-opioid-tests.csv; change that file instead.
ValueSet: UrineOxycodone
Id: urine-oxycodone
Title: "Urine oxycodone tests"
Description: "Urine tests for oxycodone, alone or with its metabolites."
* insert Metadata
* insert LoincCopyright
* $loinc#10998-3 "oxyCODONE Ur Ql"
* $loinc#11246-6 "oxyCODONE Ur-mCnc"
* $loinc#16249-5 "oxyCODONE Ur Cfm-mCnc"
* $loinc#19642-8 "oxyCODONE Ur Ql Scn"
* $loinc#19643-6 "oxyCODONE Ur Ql Cfm"
* $loinc#46973-4 "oxyCODONE Free Ur Cfm-mCnc"
* $loinc#51954-6 "oxyCODONE Free Ur-mCnc"
* $loinc#58395-5 "oxyCODONE/Creat Ur"
* $loinc#58430-0 "oxyCODONE+oxyMORphone Ur Ql Scn"
* $loinc#61197-0 "oxyCODONE+oxyMORphone Ur Ql Cfm"
* $loinc#61423-0 "Noroxycodone/Creatinine [Mass Ratio] in Urine"
* $loinc#61424-8 "Noroxycodone [Presence] in Urine by Confirmatory method"
* $loinc#61425-5 "Noroxycodone [Mass/volume] in Urine by Confirmatory method"
* $loinc#70215-9 "oxyCODONE Ur Cfm-sCnc"
* $loinc#89303-2 "Noroxycodone [Presence] in Urine by Screen method"
* $loinc#94304-3 "OxyCODONE+metabolites Pnl Ur Cfm"
* $loinc#95135-0 "Noroxycodone [Mass/volume] in Urine"
