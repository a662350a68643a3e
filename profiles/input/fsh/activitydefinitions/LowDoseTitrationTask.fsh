Instance: LowDoseTitrationTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Naltrexone by mouth in rising doses"
Description: "For 3 to 4 days, with adjuncts, by the written procedure of the unit; no source read gives the doses. Stop and treat when withdrawal appears."
* insert Activity(low-dose-titration-task, LowDoseTitrationTask, Task, [[Naltrexone by mouth in rising doses]], [[For 3 to 4 days, with adjuncts, by the written procedure of the unit; no source read gives the doses. Stop and treat when withdrawal appears.]])
* code.text = "Naltrexone by mouth in rising doses"
