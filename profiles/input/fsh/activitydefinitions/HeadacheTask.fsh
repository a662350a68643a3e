Instance: HeadacheTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Relieve headache"
Description: "A simple analgesic such as acetaminophen within its daily limit; no opioid."
* insert Activity(headache-task, HeadacheTask, Task, [[Relieve headache]], [[A simple analgesic such as acetaminophen within its daily limit; no opioid.]])
* code.text = "Relieve headache"
