// Made by profiles/tools/build from input/vocabulary/urine-opioid-tests.csv; change that file instead.
ValueSet: UrineNoroxymorphone
Id: urine-noroxymorphone
Title: "Urine noroxymorphone tests"
Description: "Urine tests for noroxymorphone, alone or with its metabolites."
* insert Metadata
* insert LoincCopyright
* $loinc#86609-5 "Noroxymorphone/Creat Ur Cfm"
* $loinc#89302-4 "Noroxymorphone Ur Ql Scn"
* $loinc#90894-7 "Noroxymorphone Ur Cfm-mCnc"
