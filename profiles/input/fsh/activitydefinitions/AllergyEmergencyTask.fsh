Instance: AllergyEmergencyTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Treat an allergic emergency"
Description: "Swelling of face or throat, wheeze or shock: emergency treatment. Naltrexone is not given again."
* insert Activity(allergy-emergency-task, AllergyEmergencyTask, Task, [[Treat an allergic emergency]], [[Swelling of face or throat, wheeze or shock: emergency treatment. Naltrexone is not given again.]])
* code.text = "Treat an allergic emergency"
* priority = #urgent
