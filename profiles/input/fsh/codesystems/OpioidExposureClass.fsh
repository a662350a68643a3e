CodeSystem: OpioidExposureClass
Id: opioid-exposure-class
Title: "Opioid exposure classes"
Description: "How long an opioid goes on acting, as far as the interval before naltrexone depends on it."
* insert Metadata
* ^caseSensitive = true
* ^content = #complete
* #short-acting "Short-acting opioid" "Immediate-release opioids, heroin and tramadol included."
* #long-acting "Long-acting opioid" "Methadone, buprenorphine other than depot, extended-release and transdermal opioids."
* #depot-buprenorphine "Depot buprenorphine" "Long-lasting injection or implant; an interval of 28 days unless stated."
* #illicit-fentanyl "Illicit fentanyl" "Regular use of illicit fentanyl."
* #kratom "Kratom" "Kratom (Mitragyna speciosa)."
* #antidiarrhoeal "Opioid antidiarrhoeal" "Loperamide, diphenoxylate or belladonna with opium at labelled dose."
