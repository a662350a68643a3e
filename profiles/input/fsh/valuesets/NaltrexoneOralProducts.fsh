ValueSet: NaltrexoneOralProducts
Id: naltrexone-oral-products
Title: "Naltrexone by mouth"
Description: "Naltrexone tablets of any strength, the tablet of bupropion with naltrexone, and the ingredient."
* insert Metadata
* insert RxNormCopyright
* $rxnorm#7243 "Naltrexone"
* $rxnorm#1483780 "Naltrexone hydrochloride 25 MG Oral Tablet"
* $rxnorm#1483744 "naltrexone hydrochloride 50 MG Oral Tablet"
* $rxnorm#1483774 "Naltrexone hydrochloride 100 MG Oral Tablet"
* $rxnorm#1551468 "12 HR bupropion hydrochloride 90 MG / naltrexone hydrochloride 8 MG Extended Release Oral Tablet"
