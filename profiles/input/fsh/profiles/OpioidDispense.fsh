Profile: OpioidDispense
Parent: MedicationDispense
Id: opioid-dispense
Title: "Opioid handed over"
Description: "An opioid a pharmacy handed over: exposure lasts until the supply runs out, which is the hand-over plus the days supplied."
* insert Metadata
* obeys nal-handed-over
* status MS
* medication[x] only CodeableConcept
* medication[x] from OpioidAgonists (required)
* medication[x] MS
* subject 1..1
* subject only Reference(Patient)
* subject MS
* daysSupply MS
* daysSupply obeys nal-not-negative
* daysSupply.value 1..1
* daysSupply.system 1..1
* daysSupply.system = $ucum
* daysSupply.code 1..1
* daysSupply.code from SupplyUnits (required)
* whenPrepared MS
* whenHandedOver MS
* dosageInstruction.timing MS
