Instance: BridgeLofexidine
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Lofexidine for withdrawal"
Description: "0.54 mg four times a day while withdrawal lasts, up to 14 days; at most 0.72 mg a dose and 2.88 mg a day; less in liver or kidney impairment; lowered over 2 to 4 days. Oral naltrexone 2 hours apart."
* insert Activity(bridge-lofexidine, BridgeLofexidine, MedicationRequest, [[Lofexidine for withdrawal]], [[0.54 mg four times a day while withdrawal lasts, up to 14 days; at most 0.72 mg a dose and 2.88 mg a day; less in liver or kidney impairment; lowered over 2 to 4 days. Oral naltrexone 2 hours apart.]])
* insert LofexidineDosingAt(relatedArtifact)
* insert WithdrawalReview(relatedArtifact)
* productCodeableConcept.text = "lofexidine"
* dosage[+].text = "0.54 mg by mouth four times a day as needed for withdrawal, up to 14 days, then lowered over 2 to 4 days. Watch blood pressure and pulse."
* dosage[=].asNeededBoolean = true
* dosage[=].timing.repeat.boundsDuration = 14 'd' "d"
* dosage[=].timing.repeat.frequency = 4
* dosage[=].timing.repeat.period = 1
* dosage[=].timing.repeat.periodUnit = #d
* dosage[=].doseAndRate.doseQuantity = 0.54 'mg' "mg"
* dosage[=].maxDosePerAdministration = 0.72 'mg' "mg"
* dosage[=].maxDosePerPeriod.numerator = 2.88 'mg' "mg"
* dosage[=].maxDosePerPeriod.denominator = 1 'd' "d"
