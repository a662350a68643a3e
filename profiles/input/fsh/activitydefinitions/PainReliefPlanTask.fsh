Instance: PainReliefPlanTask
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Plan pain relief without opioids"
Description: "Agree with the patient on pain relief that naltrexone does not block."
* insert InstanceMetadata(pain-relief-plan-task, ActivityDefinition/pain-relief-plan-task)
* name = "PainReliefPlanTask"
* title = "Plan pain relief without opioids"
* description = "Agree with the patient on pain relief that naltrexone does not block."
* kind = #Task
* intent = #order
* priority = #routine
* code.text = "Plan pain relief without opioids"
