Instance: ExampleCows
InstanceOf: CowsScore
Usage: #example
Title: "COWS, no withdrawal"
Description: "Score 0 on the day of the first dose."
* id = "example-cows"
* status = #final
* category[survey] = $observation-category#survey "Survey"
* code = $observation#cows-total "Clinical Opiate Withdrawal Scale total"
* insert OfExample
* effectiveDateTime = "2026-11-22T08:30:00-05:00"
* performer = Reference(ExamplePrescriber)
* valueInteger = 0
