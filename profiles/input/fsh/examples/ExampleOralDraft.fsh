Instance: ExampleOralDraft
InstanceOf: NaltrexoneOralRequest
Usage: #example
Title: "Naltrexone tablets: draft"
Description: "Draft as an EHR sends it on order-sign: 25 mg on the first day, planned for the next morning."
* id = "example-oral-draft"
* status = #draft
* intent = #order
* medicationCodeableConcept = $rxnorm#1483780 "Naltrexone hydrochloride 25 MG Oral Tablet"
* subject = Reference(ExamplePatient)
* requester = Reference(ExamplePrescriber)
* dosageInstruction.text = "25 mg once, then watch for withdrawal"
* dosageInstruction.timing.repeat.boundsPeriod.start = "2026-11-23T09:00:00-05:00"
* dosageInstruction.route = $sct#26643006 "Oral route"
* insert Amount(dosageInstruction.doseAndRate.doseQuantity, 25, mg)
