ValueSet: SupplyUnits
Id: supply-units
Title: "Units of a supply"
Description: "Units of time in which a dispense tells how long it lasts."
* insert Metadata
* insert UcumCopyright
* $ucum#h "h"
* $ucum#d "d"
* $ucum#wk "wk"
