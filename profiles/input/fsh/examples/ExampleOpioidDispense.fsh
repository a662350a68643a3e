Instance: ExampleOpioidDispense
InstanceOf: OpioidDispense
Usage: #example
Title: "Opioid handed over"
Description: "Ten days of an opioid: exposure lasts until they are over."
* id = "example-opioid-dispense"
* status = #completed
* medicationCodeableConcept = $rxnorm#7804 "Oxycodone"
* subject = Reference(ExamplePatient)
* insert Amount(daysSupply, 10, d)
* whenPrepared = "2026-10-20T15:00:00-04:00"
* whenHandedOver = "2026-10-20T16:20:00-04:00"
