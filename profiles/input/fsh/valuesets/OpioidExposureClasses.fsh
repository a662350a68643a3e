ValueSet: OpioidExposureClasses
Id: opioid-exposure-classes
Title: "Opioid exposure classes"
Description: "Every class of opioid that a report of last use may name."
* insert Metadata
* insert OwnCopyright
* $exposure-class#short-acting "Short-acting opioid"
* $exposure-class#long-acting "Long-acting opioid"
* $exposure-class#depot-buprenorphine "Depot buprenorphine"
* $exposure-class#illicit-fentanyl "Illicit fentanyl"
* $exposure-class#kratom "Kratom"
* $exposure-class#antidiarrhoeal "Opioid antidiarrhoeal"
