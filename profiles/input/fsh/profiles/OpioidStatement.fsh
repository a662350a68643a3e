Profile: OpioidStatement
Parent: MedicationStatement
Id: opioid-statement
Title: "Opioid use on record"
Description: "An opioid the patient takes or took, as told or found. The end of use starts the opioid-free interval."
* insert Metadata
* obeys nal-use-ended
* status MS
* medication[x] only CodeableConcept
* medication[x] from OpioidAgonists (required)
* medication[x] MS
* subject only Reference(Patient)
* subject MS
* effective[x] 1..1 MS
* dateAsserted MS
* dosage.timing MS
