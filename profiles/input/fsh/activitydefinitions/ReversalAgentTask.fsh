Instance: ReversalAgentTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Choose a reversal agent"
Description: "An allergy to naloxone is on record: ask what happened, and with a specialist whether nalmefene may take its place. Patient and family should not be without."
* insert Activity(reversal-agent-task, ReversalAgentTask, Task, [[Choose a reversal agent]], [[An allergy to naloxone is on record: ask what happened, and with a specialist whether nalmefene may take its place. Patient and family should not be without.]])
* code.text = "Choose a reversal agent"
* priority = #urgent
