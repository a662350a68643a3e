Instance: ReachOutTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Reach out after a missed dose"
Description: "Call on the same day, ask for opioid use without reproach, offer an appointment at once, and say that tolerance is lost and that the next dose comes only after the check for opioids."
* insert Activity(reach-out-task, ReachOutTask, Task, [[Reach out after a missed dose]], [[Call on the same day, ask for opioid use without reproach, offer an appointment at once, and say that tolerance is lost and that the next dose comes only after the check for opioids.]])
* priority = #urgent
* code.text = "Reach out after a missed dose"
