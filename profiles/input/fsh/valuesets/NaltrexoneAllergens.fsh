ValueSet: NaltrexoneAllergens
Id: naltrexone-allergens
Title: "Substances whose allergy concerns naltrexone"
Description: "Naltrexone and naloxone. Excipients of the injection (polylactide-co-glycolide, carboxymethylcellulose) have no verified code here and are told by text."
* insert Metadata
* insert RxNormCopyright
* $rxnorm#7243 "Naltrexone"
* $rxnorm#7242 "Naloxone"
