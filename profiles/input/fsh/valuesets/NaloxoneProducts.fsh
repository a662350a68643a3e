ValueSet: NaloxoneProducts
Id: naloxone-products
Title: "Naloxone products"
Description: "Naloxone as ingredient and as product, alone."
* insert Metadata
* insert RxNormCopyright
* $rxnorm#7242 "Naloxone"
* $rxnorm#1725059 "naloxone hydrochloride 40 MG/ML Nasal Spray"
* $rxnorm#1725064 "Naloxone Hydrochloride 40 MG/ML Nasal Spray [Narcan]"
* $rxnorm#1870933 "naloxone hydrochloride 20 MG/ML Nasal Spray"
* $rxnorm#2540703 "naloxone hydrochloride 80 MG/ML Nasal Spray"
* $rxnorm#1659929 "1 ML naloxone hydrochloride 0.4 MG/ML Injection"
* $rxnorm#1191222 "naloxone hydrochloride 0.4 MG/ML Injectable Solution"
* $rxnorm#1191250 "2 ML naloxone hydrochloride 1 MG/ML Prefilled Syringe"
