Instance: FatigueTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Help with fatigue"
Description: "Sleep hygiene, activity that grows step by step, a look at mood, anaemia and other medicines."
* insert Activity(fatigue-task, FatigueTask, Task, [[Help with fatigue]], [[Sleep hygiene, activity that grows step by step, a look at mood, anaemia and other medicines.]])
* code.text = "Help with fatigue"
