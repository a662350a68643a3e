Instance: ConfirmLastOpioidTask
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Confirm the last opioid use"
Description: "Ask the patient for the last use of each kind of opioid, check the prescription monitoring program, and record the date."
* insert InstanceMetadata(confirm-last-opioid-task, ActivityDefinition/confirm-last-opioid-task)
* name = "ConfirmLastOpioidTask"
* title = "Confirm the last opioid use"
* description = "Ask the patient for the last use of each kind of opioid, check the prescription monitoring program, and record the date."
* kind = #Task
* intent = #order
* priority = #routine
* code.text = "Confirm the last opioid use"
