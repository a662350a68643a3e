Instance: BuprenorphineDayTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "One day of buprenorphine"
Description: "Buprenorphine on the first day by the written procedure of the unit; no source read gives the dose."
* insert Activity(buprenorphine-day-task, BuprenorphineDayTask, Task, [[One day of buprenorphine]], [[Buprenorphine on the first day by the written procedure of the unit; no source read gives the dose.]])
* code.text = "One day of buprenorphine"
