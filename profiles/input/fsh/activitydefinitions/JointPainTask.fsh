Instance: JointPainTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Relieve joint or muscle pain"
Description: "Movement, warmth, a simple analgesic; muscle enzymes when it is strong. No opioid."
* insert Activity(joint-pain-task, JointPainTask, Task, [[Relieve joint or muscle pain]], [[Movement, warmth, a simple analgesic; muscle enzymes when it is strong. No opioid.]])
* code.text = "Relieve joint or muscle pain"
