Profile: PregnancyStatus
Parent: Observation
Id: pregnancy-status
Title: "Pregnancy status"
Description: "Whether the patient is pregnant, as a choice about naltrexone needs it. No rule of the service reads it yet."
* insert Metadata
* obeys nal-dated
* insert ObservationCategory(social-history)
* subject 1..1
* subject only Reference(Patient)
* code ^patternCodeableConcept.coding.system = "http://loinc.org"
* code ^patternCodeableConcept.coding.code = #82810-3
* effective[x] only dateTime
* value[x] 1..1
* value[x] only CodeableConcept
* value[x] from PregnancyStatuses (required)
