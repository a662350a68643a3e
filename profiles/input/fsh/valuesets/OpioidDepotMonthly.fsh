// Made by profiles/tools/build from input/vocabulary/opioid-products.csv; change that file instead.
ValueSet: OpioidDepotMonthly
Id: opioid-depot-monthly
Title: "Monthly depot buprenorphine"
Description: "Buprenorphine injections that release for about 28 days."
* insert Metadata
* insert RxNormCopyright
* $rxnorm#1996182 "Buprenorphine 200 MG/ML"
* $rxnorm#1996183 "buprenorphine Prefilled Syringe"
* $rxnorm#1996184 "0.5 ML Buprenorphine 200 MG/ML Prefilled Syringe"
* $rxnorm#1996186 "Buprenorphine 200 MG/ML [Sublocade]"
* $rxnorm#1996187 "buprenorphine Prefilled Syringe [Sublocade]"
* $rxnorm#1996189 "0.5 ML Buprenorphine 200 MG/ML Prefilled Syringe [Sublocade]"
* $rxnorm#1996190 "Buprenorphine 200 MG/ML Prefilled Syringe"
* $rxnorm#1996191 "Buprenorphine 200 MG/ML Prefilled Syringe [Sublocade]"
* $rxnorm#1996192 "1.5 ML Buprenorphine 200 MG/ML Prefilled Syringe"
* $rxnorm#1996193 "1.5 ML Buprenorphine 200 MG/ML Prefilled Syringe [Sublocade]"
* $rxnorm#2639036 "0.18 ML buprenorphine 356 MG/ML Prefilled Syringe"
* $rxnorm#2639039 "0.18 ML buprenorphine 356 MG/ML Prefilled Syringe [Brixadi]"
* $rxnorm#2639041 "0.27 ML buprenorphine 356 MG/ML Prefilled Syringe"
* $rxnorm#2639042 "0.27 ML buprenorphine 356 MG/ML Prefilled Syringe [Brixadi]"
* $rxnorm#2639043 "0.36 ML buprenorphine 356 MG/ML Prefilled Syringe"
* $rxnorm#2639044 "0.36 ML buprenorphine 356 MG/ML Prefilled Syringe [Brixadi]"
