// Made by profiles/tools/build from input/vocabulary/urine-opioid-tests.csv; change that file instead.
ValueSet: UrineBuprenorphine
Id: urine-buprenorphine
Title: "Urine buprenorphine tests"
Description: "Urine tests for buprenorphine, alone or with its metabolites."
* insert Metadata
* insert LoincCopyright
* $loinc#3414-0 "Buprenorphine Ur Ql"
* $loinc#3415-7 "Buprenorphine Ur-mCnc"
* $loinc#3416-5 "Buprenorphine 24h Ur-mRate"
* $loinc#16208-1 "Buprenorphine Ur Ql Cfm"
* $loinc#16496-2 "Buprenorphine Ur-aCnc"
* $loinc#38373-7 "Buprenorphine+Nor Ur Ql"
* $loinc#49752-9 "Buprenorphine Ur Cfm-mCnc"
* $loinc#58359-1 "Buprenorphine+Nor Ur Ql Scn"
* $loinc#58360-9 "Buprenorphine/Creat Ur"
* $loinc#69033-9 "Buprenorphine+Nor pnl Ur"
* $loinc#89305-7 "N3G Ur Ql Scn"
* $loinc#91027-3 "B3G Ur Ql Scn"
* $loinc#93494-3 "Buprenorphine Ur Ql Scn"
