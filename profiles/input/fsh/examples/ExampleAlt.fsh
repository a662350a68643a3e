Instance: ExampleAlt
InstanceOf: AltResult
Usage: #example
Title: "ALT, normal"
Description: "ALT within the laboratory's own range."
* id = "example-alt"
* insert Lab(1742-6, [[Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma]], 2026-11-18T08:10:00-05:00)
* insert Amount(valueQuantity, 31, U/L)
* insert Amount(referenceRange.low, 7, U/L)
* insert Amount(referenceRange.high, 40, U/L)
