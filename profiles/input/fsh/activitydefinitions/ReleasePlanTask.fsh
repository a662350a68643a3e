Instance: ReleasePlanTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Plan treatment around release"
Description: "Start at least 30 days before release, book the next injection and visit outside before it, hand out a reversal agent at the gate."
* insert Activity(release-plan-task, ReleasePlanTask, Task, [[Plan treatment around release]], [[Start at least 30 days before release, book the next injection and visit outside before it, hand out a reversal agent at the gate.]])
* insert AsamPocket2015(relatedArtifact, [[page 21]])
* insert StudyLee(relatedArtifact)
* code.text = "Plan treatment around release"
* priority = #urgent
