Instance: LegalServices
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Legal services"
Description: "Help with legal matters that weigh on the patient."
* insert Activity(legal-services, LegalServices, ServiceRequest, [[Legal services]], [[Help with legal matters that weigh on the patient.]])
* code = $treatment-activity#legal-services "Legal services"
