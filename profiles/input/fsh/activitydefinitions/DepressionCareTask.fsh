Instance: DepressionCareTask
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Plan treatment of depression"
Description: "Look into the depression and treat it beside the opioid use disorder."
* insert InstanceMetadata(depression-care-task, ActivityDefinition/depression-care-task)
* name = "DepressionCareTask"
* title = "Plan treatment of depression"
* description = "Look into the depression and treat it beside the opioid use disorder."
* kind = #Task
* intent = #order
* priority = #routine
* code.text = "Plan treatment of depression"
