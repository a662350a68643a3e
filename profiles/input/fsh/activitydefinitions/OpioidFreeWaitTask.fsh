Instance: OpioidFreeWaitTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Wait out the opioid-free interval"
Description: "No opioid until the date given: cough and diarrhoea medicines, tramadol and kratom included. Daily contact, relief of withdrawal, no leave without a reversal agent."
* insert Activity(opioid-free-wait-task, OpioidFreeWaitTask, Task, [[Wait out the opioid-free interval]], [[No opioid until the date given: cough and diarrhoea medicines, tramadol and kratom included. Daily contact, relief of withdrawal, no leave without a reversal agent.]])
* code.text = "Wait out the opioid-free interval"
