Instance: AgonistTaperTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Plan the end of agonist treatment"
Description: "Only when patient and clinician want it: agree on a taper with the prescriber or the programme, a low methadone dose before a change, and the date of the last dose. Staying on an agonist that works is the safer choice for many."
* insert Activity(agonist-taper-task, AgonistTaperTask, Task, [[Plan the end of agonist treatment]], [[Only when patient and clinician want it: agree on a taper with the prescriber or the programme, a low methadone dose before a change, and the date of the last dose. Staying on an agonist that works is the safer choice for many.]])
* code.text = "Plan the end of agonist treatment"
