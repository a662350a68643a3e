Instance: ReadRecordsTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Read what could not be read"
Description: "Look at each record named, ask the patient or the laboratory, and write down what it means."
* insert Activity(read-records-task, ReadRecordsTask, Task, [[Read what could not be read]], [[Look at each record named, ask the patient or the laboratory, and write down what it means.]])
* insert OneForAll
* code.text = "Read what could not be read"
* priority = #urgent
