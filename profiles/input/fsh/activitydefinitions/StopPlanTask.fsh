Instance: StopPlanTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Plan the end of treatment"
Description: "No taper is needed. Warn of lost tolerance, hand out a reversal agent, keep counselling and contact, offer agonist treatment."
* insert Activity(stop-plan-task, StopPlanTask, Task, [[Plan the end of treatment]], [[No taper is needed. Warn of lost tolerance, hand out a reversal agent, keep counselling and contact, offer agonist treatment.]])
* code.text = "Plan the end of treatment"
