Instance: ContingencyManagement
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Contingency management"
Description: "Rewards for attendance, doses taken and urine tests without opioids."
* insert Activity(contingency-management, ContingencyManagement, ServiceRequest, [[Contingency management]], [[Rewards for attendance, doses taken and urine tests without opioids.]])
* code = $treatment-activity#contingency-management "Contingency management"
