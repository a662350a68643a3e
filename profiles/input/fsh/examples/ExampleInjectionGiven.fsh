Instance: ExampleInjectionGiven
InstanceOf: NaltrexoneInjection
Usage: #example
Title: "Naltrexone injection: given"
Description: "Injection into the right buttock, side by code."
* id = "example-injection-given"
* status = #completed
* medicationCodeableConcept = $rxnorm#637213 "naltrexone 380 MG Injection"
* subject = Reference(ExamplePatient)
* effectiveDateTime = "2026-11-12T10:15:00-05:00"
* performer.actor = Reference(ExamplePrescriber)
* request = Reference(ExampleInjectionOrder)
* dosage.site.coding[buttock] = $sct#46862004 "Buttock structure"
* dosage.site.coding[side] = $injection-side#right-buttock "Right buttock"
* dosage.route = $sct#78421000 "Intramuscular route"
* insert Amount(dosage.dose, 380, mg)
