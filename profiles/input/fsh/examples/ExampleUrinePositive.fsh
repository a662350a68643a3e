Instance: ExampleUrinePositive
InstanceOf: UrineOpioidTest
Usage: #example
Title: "Urine opiates test, positive"
Description: "A preliminary positive alerts already; here told by the interpretation alone."
* id = "example-urine-positive"
* insert Lab(19295-5, Opiates [Presence] in Urine by Screen method, 2026-11-20T18:30:00-05:00)
* status = #preliminary
* interpretation = $interpretation#POS "Positive"
