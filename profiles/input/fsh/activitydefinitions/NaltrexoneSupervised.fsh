Instance: NaltrexoneSupervised
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Naltrexone three times a week, supervised"
Description: "100 mg on Monday, 100 mg on Wednesday and 150 mg on Friday, each taken while staff watch: 350 mg a week."
* insert Activity(naltrexone-supervised, NaltrexoneSupervised, MedicationRequest, [[Naltrexone three times a week, supervised]], [[100 mg on Monday, 100 mg on Wednesday and 150 mg on Friday, each taken while staff watch: 350 mg a week.]])
* insert RxNormSnomedNotice
* insert BritishLabelAt(relatedArtifact, section 4.2)
* insert EuropeanProfile(relatedArtifact, [[section 4.2, no single dose above 150 mg]])
* productCodeableConcept = $rxnorm#1483744 "naltrexone hydrochloride 50 MG Oral Tablet"
* insert Dose(100, 1, wk)
* insert DoseFor(26, wk)
* dosage[=].sequence = 1
* dosage[=].timing.repeat.frequency = 2
* dosage[=].timing.repeat.dayOfWeek[+] = #mon
* dosage[=].timing.repeat.dayOfWeek[+] = #wed
* dosage[=].text = "100 mg by mouth on Monday and on Wednesday, taken while staff watch."
* dosage[=].route = $sct#26643006 "Oral use"
* insert Dose(150, 1, wk)
* insert DoseFor(26, wk)
* dosage[=].sequence = 1
* dosage[=].timing.repeat.dayOfWeek[+] = #fri
* dosage[=].text = "150 mg by mouth on Friday, taken while staff watch."
* dosage[=].route = $sct#26643006 "Oral use"
