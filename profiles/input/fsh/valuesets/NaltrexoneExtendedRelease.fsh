ValueSet: NaltrexoneExtendedRelease
Id: naltrexone-extended-release
Title: "Extended-release naltrexone"
Description: "The monthly naltrexone injection of 380 mg."
* insert Metadata
* insert RxNormCopyright
* $rxnorm#637213 "naltrexone 380 MG Injection"
