Instance: ExampleInjectionNotGiven
InstanceOf: NaltrexoneInjection
Usage: #example
Title: "Naltrexone injection: not given"
Description: "The patient declined; the side that was planned is told in words."
* id = "example-injection-not-given"
* status = #not-done
* statusReason.text = "Patient declined"
* medicationCodeableConcept = $rxnorm#637213 "naltrexone 380 MG Injection"
* subject = Reference(ExamplePatient)
* effectiveDateTime = "2026-10-15"
* dosage.site.coding[buttock] = $sct#46862004 "Buttock structure"
* dosage.site.text = "left buttock"
* dosage.route = $sct#78421000 "Intramuscular route"
* insert Amount(dosage.dose, 380, mg)
