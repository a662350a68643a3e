Instance: ExampleOpioidDispenseWaiting
InstanceOf: OpioidDispense
Usage: #example
Title: "Opioid not yet handed over"
Description: "A supply of two weeks that waits at the pharmacy."
* id = "example-opioid-dispense-waiting"
* status = #in-progress
* medicationCodeableConcept = $rxnorm#7804 "Oxycodone"
* subject = Reference(ExamplePatient)
* insert Amount(daysSupply, 2, wk)
* whenPrepared = "2026-11-21T15:00:00-05:00"
