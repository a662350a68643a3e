Instance: OpioidFreeCheckTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Check for opioids before the dose"
Description: "Ask for every opioid since the last dose, tramadol, kratom, cough and diarrhoea medicines included; test the urine, fentanyl included; score withdrawal. Give naltrexone only when all are clear."
* insert Activity(opioid-free-check-task, OpioidFreeCheckTask, Task, [[Check for opioids before the dose]], [[Ask for every opioid since the last dose, tramadol, kratom, cough and diarrhoea medicines included; test the urine, fentanyl included; score withdrawal. Give naltrexone only when all are clear.]])
* priority = #urgent
* code.text = "Check for opioids before the dose"
