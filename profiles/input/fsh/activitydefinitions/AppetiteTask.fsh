Instance: AppetiteTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Look into low appetite"
Description: "Weigh at each visit; think of liver, mood and stomach."
* insert Activity(appetite-task, AppetiteTask, Task, [[Look into low appetite]], [[Weigh at each visit; think of liver, mood and stomach.]])
* code.text = "Look into low appetite"
