Instance: NaltrexoneEverySecondDay
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Naltrexone 100 mg every second day"
Description: "100 mg every second day: on average as much as 50 mg a day."
* insert Activity(naltrexone-every-second-day, NaltrexoneEverySecondDay, MedicationRequest, [[Naltrexone 100 mg every second day]], [[100 mg every second day: on average as much as 50 mg a day.]])
* insert RxNormSnomedNotice
* insert GuideText(relatedArtifact, the oral protocol)
* insert BritishLabelAt(relatedArtifact, section 4.2)
* productCodeableConcept = $rxnorm#1483744 "naltrexone hydrochloride 50 MG Oral Tablet"
* insert Dose(100, 2, d)
* insert DoseFor(26, wk)
* dosage[=].text = "100 mg by mouth every second day."
* dosage[=].route = $sct#26643006 "Oral use"
