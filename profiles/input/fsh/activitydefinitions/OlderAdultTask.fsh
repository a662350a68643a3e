Instance: OlderAdultTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Look at kidneys, medicines and falls"
Description: "No lower dose is defined; eGFR, all medicines, falls and driving are looked at, and the tablet form is easier to stop."
* insert Activity(older-adult-task, OlderAdultTask, Task, [[Look at kidneys, medicines and falls]], [[No lower dose is defined; eGFR, all medicines, falls and driving are looked at, and the tablet form is easier to stop.]])
* code.text = "Look at kidneys, medicines and falls"
