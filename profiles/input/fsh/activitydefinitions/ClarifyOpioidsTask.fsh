Instance: ClarifyOpioidsTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Clear up what hides or forbids a start"
Description: "Find out or wait out each of the reasons named; then look at the date again."
* insert Activity(clarify-opioids-task, ClarifyOpioidsTask, Task, [[Clear up what hides or forbids a start]], [[Find out or wait out each of the reasons named; then look at the date again.]])
* code.text = "Clear up what hides or forbids a start"
* priority = #urgent
