Instance: ExampleBilirubin
InstanceOf: BilirubinResult
Usage: #example
Title: "Bilirubin, in mg/dL"
Description: "Total bilirubin within the laboratory's own range."
* id = "example-bilirubin"
* insert Lab(1975-2, [[Bilirubin.total [Mass/volume] in Serum or Plasma]], 2026-11-18T08:10:00-05:00)
* insert Amount(valueQuantity, 0.8, mg/dL)
* insert Amount(referenceRange.high, 1.2, mg/dL)
