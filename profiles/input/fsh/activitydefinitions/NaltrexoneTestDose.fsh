Instance: NaltrexoneTestDose
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Naltrexone 25 mg, first dose"
Description: "One tablet of 25 mg on the first day, taken under observation for signs of withdrawal."
* insert Activity(naltrexone-test-dose, NaltrexoneTestDose, MedicationRequest, [[Naltrexone 25 mg, first dose]], [[One tablet of 25 mg on the first day, taken under observation for signs of withdrawal.]])
* insert RxNormSnomedNotice
* insert TabletLabelAt(relatedArtifact, dosage)
* insert BritishLabelAt(relatedArtifact, section 4.2)
* productCodeableConcept = $rxnorm#1483780 "Naltrexone hydrochloride 25 MG Oral Tablet"
* insert Dose(25, 1, d)
* insert DoseFor(1, d)
* dosage[=].text = "25 mg by mouth once, on the first day, under observation. Go on only when no sign of withdrawal appears."
* dosage[=].route = $sct#26643006 "Oral use"
