Instance: ExampleBilirubinMolar
InstanceOf: BilirubinResult
Usage: #example
Title: "Bilirubin, in umol/L"
Description: "Total bilirubin as laboratories outside the United States report it."
* id = "example-bilirubin-molar"
* insert Lab(1975-2, [[Bilirubin.total [Mass/volume] in Serum or Plasma]], 2026-11-19T08:10:00-05:00)
* insert Amount(valueQuantity, 34, umol/L)
* insert Amount(referenceRange.high, 21, umol/L)
