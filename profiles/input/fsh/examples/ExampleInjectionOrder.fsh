Instance: ExampleInjectionOrder
InstanceOf: NaltrexoneInjectionRequest
Usage: #example
Title: "Naltrexone injection: active order"
Description: "Monthly injections; the next one goes into the left side."
* id = "example-injection-order"
* status = #active
* intent = #order
* medicationCodeableConcept = $rxnorm#637213 "naltrexone 380 MG Injection"
* subject = Reference(ExamplePatient)
* authoredOn = "2026-08-20T10:00:00-04:00"
* requester = Reference(ExamplePrescriber)
* dosageInstruction.timing.repeat.boundsPeriod.start = "2026-08-20"
* dosageInstruction.timing.repeat.frequency = 1
* dosageInstruction.timing.repeat.period = 1
* dosageInstruction.timing.repeat.periodUnit = #mo
* dosageInstruction.site.coding[buttock] = $sct#46862004 "Buttock structure"
* dosageInstruction.site.coding[side] = $injection-side#left-buttock "Left buttock"
* dosageInstruction.route = $sct#78421000 "Intramuscular route"
* insert Amount(dosageInstruction.doseAndRate.doseQuantity, 380, mg)
