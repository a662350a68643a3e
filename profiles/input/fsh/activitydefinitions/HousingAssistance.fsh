Instance: HousingAssistance
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Housing assistance"
Description: "Help to find and keep a home."
* insert Activity(housing-assistance, HousingAssistance, ServiceRequest, [[Housing assistance]], [[Help to find and keep a home.]])
* code = $treatment-activity#housing-assistance "Housing assistance"
