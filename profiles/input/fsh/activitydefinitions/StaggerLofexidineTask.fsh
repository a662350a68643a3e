Instance: StaggerLofexidineTask
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Set the times of lofexidine and naltrexone tablets"
Description: "Agree on times of the day that keep lofexidine and naltrexone tablets at least 2 hours apart."
* insert InstanceMetadata(stagger-lofexidine-task, ActivityDefinition/stagger-lofexidine-task)
* name = "StaggerLofexidineTask"
* title = "Set the times of lofexidine and naltrexone tablets"
* description = "Agree on times of the day that keep lofexidine and naltrexone tablets at least 2 hours apart."
* kind = #Task
* intent = #order
* priority = #routine
* code.text = "Set the times of lofexidine and naltrexone tablets"
