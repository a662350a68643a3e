Instance: ExampleUrineNegative
InstanceOf: UrineOpioidTest
Usage: #example
Title: "Urine fentanyl test, negative"
Description: "Clears fentanyl and nothing else."
* id = "example-urine-negative"
* insert Lab(59673-4, fentaNYL [Presence] in Urine by Screen method, 2026-11-21T20:00:00-05:00)
* valueCodeableConcept = $sct#260385009 "Negative"
* interpretation = $interpretation#NEG "Negative"
