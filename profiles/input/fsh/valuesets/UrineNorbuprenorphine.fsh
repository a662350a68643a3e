// Made by profiles/tools/build from input/vocabulary/urine-opioid-tests.csv; change that file instead.
ValueSet: UrineNorbuprenorphine
Id: urine-norbuprenorphine
Title: "Urine norbuprenorphine tests"
Description: "Urine tests for norbuprenorphine, alone or with its metabolites."
* insert Metadata
* insert LoincCopyright
* $loinc#49751-1 "Norbuprenorphine Ur Cfm-mCnc"
* $loinc#49753-7 "Norbuprenorphine Ur-mCnc"
* $loinc#58361-7 "Norbuprenorphine/Creat Ur"
* $loinc#58362-5 "Norbuprenorphine Ur Ql Cfm"
* $loinc#82371-6 "Norbuprenorphine Ur Ql Scn"
