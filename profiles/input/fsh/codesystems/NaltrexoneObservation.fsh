CodeSystem: NaltrexoneObservation
Id: naltrexone-observation
Title: "Naltrexone observations"
Description: "Observations and orders for which no standard code was found."
* insert Metadata
* ^caseSensitive = true
* ^content = #complete
* #last-opioid-use "Last opioid use" "Date or instant of the last use of an opioid, as Observation.valueDateTime; effectiveDateTime says when it was recorded. Several may exist and each counts."
* #opioid-class "Opioid class" "Component of last-opioid-use: the class of the opioid, from opioid-exposure-class. Without it the class is unknown and the use is judged as short-acting."
* #cows-total "Clinical Opiate Withdrawal Scale total" "Total score of the Clinical Opiate Withdrawal Scale, 0 to 48."
* #naloxone-challenge "Naloxone challenge" "Result of a naloxone challenge: positive when withdrawal signs appear, negative when it is passed."
* #anesthesia-assisted-detox "Anesthesia-assisted rapid opioid detoxification" "Order for opioid detoxification under general anesthesia or heavy sedation."
