ValueSet: OpioidReversalAgents
Id: opioid-reversal-agents
Title: "Opioid overdose reversal agents"
Description: "Naloxone and nalmefene alone. Products that join naloxone with an opioid are opioids and stand elsewhere."
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
* $rxnorm#31479 "nalmefene"
* $rxnorm#2639721 "nalmefene 27 MG/ML Nasal Spray"
* $rxnorm#199059 "nalmefene 1 MG/ML Injectable Solution"
