Instance: NaltrexoneEveryThirdDay
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Naltrexone 150 mg every third day"
Description: "150 mg every third day: on average as much as 50 mg a day, and the largest single dose."
* insert Activity(naltrexone-every-third-day, NaltrexoneEveryThirdDay, MedicationRequest, [[Naltrexone 150 mg every third day]], [[150 mg every third day: on average as much as 50 mg a day, and the largest single dose.]])
* insert RxNormSnomedNotice
* insert GuideText(relatedArtifact, the oral protocol)
* insert EuropeanProfile(relatedArtifact, [[section 4.2, no single dose above 150 mg]])
* productCodeableConcept = $rxnorm#1483744 "naltrexone hydrochloride 50 MG Oral Tablet"
* insert Dose(150, 3, d)
* insert DoseFor(26, wk)
* dosage[=].text = "150 mg by mouth every third day."
* dosage[=].route = $sct#26643006 "Oral use"
