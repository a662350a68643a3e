ValueSet: BilirubinUnits
Id: bilirubin-units
Title: "Units of bilirubin"
Description: "Units the liver rules can convert: a result in any other is reported as unreadable."
* insert Metadata
* insert UcumCopyright
* $ucum#mg/dL "mg/dL"
* $ucum#umol/L "umol/L"
