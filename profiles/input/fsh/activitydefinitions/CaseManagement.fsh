Instance: CaseManagement
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Case management"
Description: "One person who keeps treatment, housing, work and legal help together."
* insert Activity(case-management, CaseManagement, ServiceRequest, [[Case management]], [[One person who keeps treatment, housing, work and legal help together.]])
* code = $treatment-activity#case-management "Case management"
