Instance: ExampleCowsQuantity
InstanceOf: CowsScore
Usage: #example
Title: "COWS, moderate withdrawal"
Description: "Score 14, as a quantity."
* id = "example-cows-quantity"
* status = #final
* category[survey] = $observation-category#survey "Survey"
* code = $observation#cows-total "Clinical Opiate Withdrawal Scale total"
* insert OfExample
* effectiveDateTime = "2026-11-08T08:30:00-05:00"
* performer = Reference(ExamplePrescriber)
* insert Amount(valueQuantity, 14, {score})
