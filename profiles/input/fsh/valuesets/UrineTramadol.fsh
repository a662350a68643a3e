// Made by profiles/tools/build from input/vocabulary/urine-opioid-tests.csv; change that file instead.
ValueSet: UrineTramadol
Id: urine-tramadol
Title: "Urine tramadol tests"
Description: "Urine tests for tramadol, alone or with its metabolites."
* insert Metadata
* insert LoincCopyright
* $loinc#19710-3 "traMADol Screen Ql (U)"
