Instance: ExampleAltRaised
InstanceOf: AltResult
Usage: #example
Title: "ALT, raised"
Description: "ALT at more than three times the upper limit, in microkatal."
* id = "example-alt-raised"
* insert Lab(1742-6, [[Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma]], 2026-11-19T08:10:00-05:00)
* insert Amount(valueQuantity, 2.6, ukat/L)
* interpretation = $interpretation#H "High"
* insert Amount(referenceRange.high, 0.7, ukat/L)
