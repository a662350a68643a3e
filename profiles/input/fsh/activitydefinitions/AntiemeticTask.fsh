Instance: AntiemeticTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Relieve nausea"
Description: "Take tablets with food, small meals; an antiemetic for some days where needed; a lower dose of tablets for some days may help. Nausea mostly passes."
* insert Activity(antiemetic-task, AntiemeticTask, Task, [[Relieve nausea]], [[Take tablets with food, small meals; an antiemetic for some days where needed; a lower dose of tablets for some days may help. Nausea mostly passes.]])
* code.text = "Relieve nausea"
