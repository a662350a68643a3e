Instance: StopTabletsTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Stop the tablets"
Description: "End the order for tablets on the day of the injection and tell the patient."
* insert Activity(stop-tablets-task, StopTabletsTask, Task, [[Stop the tablets]], [[End the order for tablets on the day of the injection and tell the patient.]])
* code.text = "Stop the tablets"
