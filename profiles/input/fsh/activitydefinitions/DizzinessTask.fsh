Instance: DizzinessTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Look into dizziness or fainting"
Description: "Blood pressure lying and standing, fluids, other medicines such as clonidine or lofexidine; no driving while it lasts."
* insert Activity(dizziness-task, DizzinessTask, Task, [[Look into dizziness or fainting]], [[Blood pressure lying and standing, fluids, other medicines such as clonidine or lofexidine; no driving while it lasts.]])
* code.text = "Look into dizziness or fainting"
