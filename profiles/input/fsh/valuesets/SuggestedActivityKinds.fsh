ValueSet: SuggestedActivityKinds
Id: suggested-activity-kinds
Title: "Kinds of suggested activities"
Description: "Resource types that the service can make from an activity definition."
* insert Metadata
* insert Hl7Copyright
* $fhir-types#MedicationRequest "MedicationRequest"
* $fhir-types#ServiceRequest "ServiceRequest"
* $fhir-types#Task "Task"
