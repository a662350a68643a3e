Instance: ClarifyLiverResultTask
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Ask the laboratory about a liver result"
Description: "Ask the laboratory for value, unit and reference range of the result that could not be read."
* insert InstanceMetadata(clarify-liver-result-task, ActivityDefinition/clarify-liver-result-task)
* name = "ClarifyLiverResultTask"
* title = "Ask the laboratory about a liver result"
* description = "Ask the laboratory for value, unit and reference range of the result that could not be read."
* kind = #Task
* intent = #order
* priority = #routine
* code.text = "Ask the laboratory about a liver result"
