Instance: InjectionVisitTask
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Plan a visit for the injection"
Description: "Book a visit in which a health professional prepares and gives the injection."
* insert InstanceMetadata(injection-visit-task, ActivityDefinition/injection-visit-task)
* name = "InjectionVisitTask"
* title = "Plan a visit for the injection"
* description = "Book a visit in which a health professional prepares and gives the injection."
* kind = #Task
* intent = #order
* priority = #routine
* code.text = "Plan a visit for the injection"
