Instance: SleepTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Help with sleep"
Description: "Tablets in the morning, sleep hygiene; no sedative that can be abused."
* insert Activity(sleep-task, SleepTask, Task, [[Help with sleep]], [[Tablets in the morning, sleep hygiene; no sedative that can be abused.]])
* code.text = "Help with sleep"
