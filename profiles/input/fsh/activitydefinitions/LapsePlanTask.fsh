Instance: LapsePlanTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "After a lapse"
Description: "Ask without reproach, check for opioids before the next dose, look at the plan again, think of more support or of agonist treatment."
* insert Activity(lapse-plan-task, LapsePlanTask, Task, [[After a lapse]], [[Ask without reproach, check for opioids before the next dose, look at the plan again, think of more support or of agonist treatment.]])
* code.text = "After a lapse"
* priority = #urgent
