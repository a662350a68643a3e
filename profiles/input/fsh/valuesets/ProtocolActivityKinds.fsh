ValueSet: ProtocolActivityKinds
Id: protocol-activity-kinds
Title: "Kinds of activities of a protocol"
Description: "Resource types that a step of a protocol may ask for."
* insert Metadata
* insert Hl7Copyright
* $fhir-types#CommunicationRequest "CommunicationRequest"
* $fhir-types#MedicationRequest "MedicationRequest"
* $fhir-types#ServiceRequest "ServiceRequest"
* $fhir-types#Task "Task"
