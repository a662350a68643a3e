ValueSet: NaltrexoneProducts
Id: naltrexone-products
Title: "Naltrexone products"
Description: "Products and ingredient whose effect is naltrexone: tablets of any strength, the extended-release injection, bupropion with naltrexone. Never methylnaltrexone and never agonist capsules that contain naltrexone."
* insert Metadata
* insert RxNormCopyright
* $rxnorm#7243 "Naltrexone"
* $rxnorm#1483780 "Naltrexone hydrochloride 25 MG Oral Tablet"
* $rxnorm#1483744 "naltrexone hydrochloride 50 MG Oral Tablet"
* $rxnorm#1483774 "Naltrexone hydrochloride 100 MG Oral Tablet"
* $rxnorm#637213 "naltrexone 380 MG Injection"
* $rxnorm#1551468 "12 HR bupropion hydrochloride 90 MG / naltrexone hydrochloride 8 MG Extended Release Oral Tablet"
