Instance: BridgeSymptomsTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Treat single symptoms without opioids"
Description: "An antiemetic, something for cramps, pain and sleep as needed. No loperamide or diphenoxylate in the last days: they are opioids."
* insert Activity(bridge-symptoms-task, BridgeSymptomsTask, Task, [[Treat single symptoms without opioids]], [[An antiemetic, something for cramps, pain and sleep as needed. No loperamide or diphenoxylate in the last days: they are opioids.]])
* code.text = "Treat single symptoms without opioids"
