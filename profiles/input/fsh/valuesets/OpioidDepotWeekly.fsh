// Made by profiles/tools/build from input/vocabulary/opioid-products.csv; change that file instead.
ValueSet: OpioidDepotWeekly
Id: opioid-depot-weekly
Title: "Weekly depot buprenorphine"
Description: "Buprenorphine injections that release for about 7 days."
* insert Metadata
* insert RxNormCopyright
* $rxnorm#2639021 "0.16 ML buprenorphine 50 MG/ML Prefilled Syringe"
* $rxnorm#2639027 "0.16 ML buprenorphine 50 MG/ML Prefilled Syringe [Brixadi]"
* $rxnorm#2639029 "0.32 ML buprenorphine 50 MG/ML Prefilled Syringe"
* $rxnorm#2639030 "0.32 ML buprenorphine 50 MG/ML Prefilled Syringe [Brixadi]"
* $rxnorm#2639031 "0.48 ML buprenorphine 50 MG/ML Prefilled Syringe"
* $rxnorm#2639032 "0.48 ML buprenorphine 50 MG/ML Prefilled Syringe [Brixadi]"
* $rxnorm#2639033 "0.64 ML buprenorphine 50 MG/ML Prefilled Syringe"
* $rxnorm#2639034 "0.64 ML buprenorphine 50 MG/ML Prefilled Syringe [Brixadi]"
