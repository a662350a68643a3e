Instance: EosinophilicPneumoniaTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Think of eosinophilic pneumonia"
Description: "Breathlessness, cough and fever: blood oxygen, chest image, eosinophils. Stop naltrexone."
* insert Activity(eosinophilic-pneumonia-task, EosinophilicPneumoniaTask, Task, [[Think of eosinophilic pneumonia]], [[Breathlessness, cough and fever: blood oxygen, chest image, eosinophils. Stop naltrexone.]])
* code.text = "Think of eosinophilic pneumonia"
* priority = #urgent
