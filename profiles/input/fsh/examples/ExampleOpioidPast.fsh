Instance: ExampleOpioidPast
InstanceOf: OpioidStatement
Usage: #example
Title: "Opioid taken in the past"
Description: "Oxycodone until a known day: the opioid-free interval counts from its end."
* id = "example-opioid-past"
* status = #completed
* medicationCodeableConcept = $rxnorm#7804 "Oxycodone"
* subject = Reference(ExamplePatient)
* effectivePeriod.start = "2026-06-01"
* effectivePeriod.end = "2026-11-03"
* dateAsserted = "2026-11-10"
* informationSource = Reference(ExamplePatient)
