Instance: ExampleInjectionDraft
InstanceOf: NaltrexoneInjectionRequest
Usage: #example
Title: "Naltrexone injection: draft"
Description: "Draft of the first injection; the side is left to the one who gives it."
* id = "example-injection-draft"
* status = #draft
* intent = #order
* medicationCodeableConcept = $rxnorm#637213 "naltrexone 380 MG Injection"
* subject = Reference(ExamplePatient)
* authoredOn = "2026-11-22T09:00:00-05:00"
* requester = Reference(ExamplePrescriber)
* dosageInstruction.text = "380 mg deep into the gluteal muscle every 4 weeks"
* dosageInstruction.timing.repeat.boundsPeriod.start = "2026-11-22T09:00:00-05:00"
* dosageInstruction.timing.repeat.frequency = 1
* dosageInstruction.timing.repeat.period = 4
* dosageInstruction.timing.repeat.periodUnit = #wk
* dosageInstruction.site.coding[buttock] = $sct#46862004 "Buttock structure"
* dosageInstruction.site.text = "buttock"
* dosageInstruction.route = $sct#78421000 "Intramuscular route"
* insert Amount(dosageInstruction.doseAndRate.doseQuantity, 380, mg)
