ValueSet: EnzymeUnits
Id: enzyme-units
Title: "Units of enzyme activity"
Description: "Units the liver rules can convert: a result in any other is reported as unreadable."
* insert Metadata
* insert UcumCopyright
* $ucum#U/L "U/L"
* $ucum#[IU]/L "[IU]/L"
* $ucum#ukat/L "ukat/L"
* $ucum#nkat/L "nkat/L"
