Instance: TwelveStepFacilitation
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Twelve-step facilitation"
Description: "Support in taking part in groups such as Narcotics Anonymous."
* insert Activity(twelve-step-facilitation, TwelveStepFacilitation, ServiceRequest, [[Twelve-step facilitation]], [[Support in taking part in groups such as Narcotics Anonymous.]])
* code = $treatment-activity#twelve-step-facilitation "Twelve-step facilitation"
