Instance: NaltrexoneDaily
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Naltrexone 50 mg every day"
Description: "One tablet of 50 mg every day."
* insert Activity(naltrexone-daily, NaltrexoneDaily, MedicationRequest, [[Naltrexone 50 mg every day]], [[One tablet of 50 mg every day.]])
* insert RxNormSnomedNotice
* insert TabletLabelAt(relatedArtifact, dosage)
* insert BritishLabelAt(relatedArtifact, section 4.2)
* productCodeableConcept = $rxnorm#1483744 "naltrexone hydrochloride 50 MG Oral Tablet"
* insert Dose(50, 1, d)
* insert DoseFor(26, wk)
* dosage[=].text = "50 mg by mouth once a day."
* dosage[=].route = $sct#26643006 "Oral use"
