// Made by profiles/tools/build from input/vocabulary/opioid-products.csv; change that file instead.
ValueSet: OpioidDepotImplant
Id: opioid-depot-implant
Title: "Buprenorphine implants"
Description: "Buprenorphine implants, which release for about 180 days."
* insert Metadata
* insert RxNormCopyright
* $rxnorm#1797647 "Buprenorphine 74.2 MG"
* $rxnorm#1797648 "buprenorphine Drug Implant Product"
* $rxnorm#1797649 "buprenorphine Drug Implant"
* $rxnorm#1797650 "Buprenorphine 74.2 MG Drug Implant"
* $rxnorm#1797652 "Buprenorphine 74.2 MG [Probuphine]"
* $rxnorm#1797653 "buprenorphine Drug Implant [Probuphine]"
* $rxnorm#1797655 "Buprenorphine 74.2 MG Drug Implant [Probuphine]"
