Instance: ConsiderOralNaltrexoneTask
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Consider oral naltrexone"
Description: "Check the excipients of the tablets first: some products hold polysorbate 80 or croscarmellose. Then decide with the patient whether they can take the place of the injection."
* insert InstanceMetadata(consider-oral-naltrexone-task, ActivityDefinition/consider-oral-naltrexone-task)
* name = "ConsiderOralNaltrexoneTask"
* title = "Consider oral naltrexone"
* description = "Check the excipients of the tablets first: some products hold polysorbate 80 or croscarmellose. Then decide with the patient whether they can take the place of the injection."
* kind = #Task
* intent = #order
* priority = #routine
* code.text = "Consider oral naltrexone"
