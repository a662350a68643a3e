Instance: NaltrexoneTestDose
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Naltrexone tablet, first dose"
Description: "A small dose on the first day, taken under observation for signs of withdrawal."
* insert Activity(naltrexone-test-dose, NaltrexoneTestDose, MedicationRequest, [[Naltrexone tablet, first dose]], [[A small dose on the first day, taken under observation for signs of withdrawal.]])
* insert RxNormSnomedNotice
* insert TabletLabelAt(relatedArtifact, dosage)
* insert BritishLabelAt(relatedArtifact, section 4.2)
* productCodeableConcept = $rxnorm#1483780 "Naltrexone hydrochloride 25 MG Oral Tablet"
* insert Dose(25, 1, d)
* insert DoseFor(1, d)
* dosage[=].text = "25 mg by mouth once, on the first day, under observation. Go on only when no sign of withdrawal appears."
* dosage[=].route = $sct#26643006 "Oral use"
* insert UsesSchedule
* insert Computed(dosageInstruction.doseAndRate.doseQuantity, First Tablet Dose)
* insert Computed(dosageInstruction.text, First Tablet Text)
