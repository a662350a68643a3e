Instance: ContinuityTalkTask
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Talk about the end of treatment"
Description: "Decide together whether to go on, and plan follow-up, reversal agent and other treatment for the time after naltrexone."
* insert InstanceMetadata(continuity-talk-task, ActivityDefinition/continuity-talk-task)
* name = "ContinuityTalkTask"
* title = "Talk about the end of treatment"
* description = "Decide together whether to go on, and plan follow-up, reversal agent and other treatment for the time after naltrexone."
* kind = #Task
* intent = #order
* priority = #routine
* code.text = "Talk about the end of treatment"
