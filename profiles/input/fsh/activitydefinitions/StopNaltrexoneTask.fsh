Instance: StopNaltrexoneTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Hold naltrexone"
Description: "Give no further dose, end or hold the order, tell the patient why, warn of lost tolerance, and agree when it is looked at again."
* insert Activity(stop-naltrexone-task, StopNaltrexoneTask, Task, [[Hold naltrexone]], [[Give no further dose, end or hold the order, tell the patient why, warn of lost tolerance, and agree when it is looked at again.]])
* priority = #urgent
* code.text = "Hold naltrexone"
