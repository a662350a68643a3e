Instance: LactationTalkTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Weigh naltrexone and breast-feeding"
Description: "Naltrexone and its metabolite pass into milk: decide together and write the decision down."
* insert Activity(lactation-talk-task, LactationTalkTask, Task, [[Weigh naltrexone and breast-feeding]], [[Naltrexone and its metabolite pass into milk: decide together and write the decision down.]])
* code.text = "Weigh naltrexone and breast-feeding"
