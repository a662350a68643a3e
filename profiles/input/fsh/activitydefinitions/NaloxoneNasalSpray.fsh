Instance: NaloxoneNasalSpray
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Naloxone nasal spray"
Description: "Opioid overdose reversal agent for patient and family."
* insert InstanceMetadata(naloxone-nasal-spray, ActivityDefinition/naloxone-nasal-spray)
* name = "NaloxoneNasalSpray"
* title = "Naloxone nasal spray"
* description = "Opioid overdose reversal agent for patient and family."
* insert RxNormSnomedNotice
* kind = #MedicationRequest
* intent = #order
* priority = #routine
* productCodeableConcept = $rxnorm#1725059 "naloxone hydrochloride 40 MG/ML Nasal Spray"
* dosage.text = "One spray into one nostril for suspected opioid overdose. Call emergency services. If there is no response after 2 to 3 minutes, give another spray into the other nostril."
* dosage.asNeededBoolean = true
* dosage.route = $sct#46713006 "Nasal route (qualifier value)"
