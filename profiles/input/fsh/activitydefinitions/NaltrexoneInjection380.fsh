Instance: NaltrexoneInjection380
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Naltrexone injection 380 mg"
Description: "380 mg deep into a gluteal muscle, by a health care professional, on alternating sides. Never into a vein, under the skin or into fat, and never by the patient."
* insert Activity(naltrexone-injection, NaltrexoneInjection380, MedicationRequest, [[Naltrexone injection 380 mg]], [[380 mg deep into a gluteal muscle, by a health care professional, on alternating sides. Never into a vein, under the skin or into fat, and never by the patient.]])
* insert RxNormSnomedNotice
* insert InjectionLabelAt(relatedArtifact, [[sections 2.1 and 2.6]])
* productCodeableConcept = $rxnorm#637213 "naltrexone 380 MG Injection"
* insert Dose(380, 4, wk)
* insert DoseFor(4, wk)
* dosage[=].text = "380 mg once, deep into the gluteal muscle; it covers 4 weeks."
* dosage[=].route = $sct#78421000 "Intramuscular route (qualifier value)"
* dosage[=].site = $sct#46862004 "Buttock structure (body structure)"
