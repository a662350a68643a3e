Instance: OpioidFreeDayTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "One day without opioids"
Description: "No opioid today; adjuncts by the written procedure of the unit."
* insert Activity(opioid-free-day-task, OpioidFreeDayTask, Task, [[One day without opioids]], [[No opioid today; adjuncts by the written procedure of the unit.]])
* code.text = "One day without opioids"
