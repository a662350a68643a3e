Instance: ExampleOpioidCurrent
InstanceOf: OpioidStatement
Usage: #example
Title: "Opioid still taken"
Description: "Methadone without an end: naltrexone would precipitate withdrawal."
* id = "example-opioid-current"
* status = #active
* medicationCodeableConcept = $rxnorm#6813 "Methadone"
* subject = Reference(ExamplePatient)
* effectivePeriod.start = "2026-09-14"
