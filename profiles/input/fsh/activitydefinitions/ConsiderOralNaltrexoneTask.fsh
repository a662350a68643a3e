Instance: ConsiderOralNaltrexoneTask
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Consider oral naltrexone"
Description: "Decide with the patient whether tablets can take the place of the injection."
* insert InstanceMetadata(consider-oral-naltrexone-task, ActivityDefinition/consider-oral-naltrexone-task)
* name = "ConsiderOralNaltrexoneTask"
* title = "Consider oral naltrexone"
* description = "Decide with the patient whether tablets can take the place of the injection."
* kind = #Task
* intent = #order
* priority = #routine
* code.text = "Consider oral naltrexone"
