Instance: StopOralNaltrexoneTask
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Stop oral naltrexone on the day of the injection"
Description: "Tell the patient to take no more naltrexone tablets from the day of the injection, and end the order for them."
* insert InstanceMetadata(stop-oral-naltrexone-task, ActivityDefinition/stop-oral-naltrexone-task)
* name = "StopOralNaltrexoneTask"
* title = "Stop oral naltrexone on the day of the injection"
* description = "Tell the patient to take no more naltrexone tablets from the day of the injection, and end the order for them."
* kind = #Task
* intent = #order
* priority = #routine
* code.text = "Stop oral naltrexone on the day of the injection"
