Instance: ExampleOralOrder
InstanceOf: NaltrexoneOralRequest
Usage: #example
Title: "Naltrexone tablets: active order"
Description: "Ongoing treatment with 50 mg a day."
* id = "example-oral-order"
* status = #active
* intent = #order
* medicationCodeableConcept = $rxnorm#1483744 "naltrexone hydrochloride 50 MG Oral Tablet"
* subject = Reference(ExamplePatient)
* authoredOn = "2026-11-24T09:30:00-05:00"
* requester = Reference(ExamplePrescriber)
* dosageInstruction.text = "50 mg once a day"
* dosageInstruction.timing.repeat.boundsPeriod.start = "2026-11-24"
* dosageInstruction.timing.repeat.frequency = 1
* dosageInstruction.timing.repeat.period = 1
* dosageInstruction.timing.repeat.periodUnit = #d
* dosageInstruction.route = $sct#26643006 "Oral route"
* insert Amount(dosageInstruction.doseAndRate.doseQuantity, 50, mg)
