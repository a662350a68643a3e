Instance: RecheckOnStartDayTask
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Re-check opioid-free status before the first dose"
Description: "On the day of the first dose: ask for the last opioid use, repeat the urine test and the withdrawal score, and give naltrexone only when all are clear."
* insert InstanceMetadata(recheck-on-start-day-task, ActivityDefinition/recheck-on-start-day-task)
* name = "RecheckOnStartDayTask"
* title = "Re-check opioid-free status before the first dose"
* description = "On the day of the first dose: ask for the last opioid use, repeat the urine test and the withdrawal score, and give naltrexone only when all are clear."
* kind = #Task
* intent = #order
* priority = #routine
* code.text = "Re-check opioid-free status before the first dose"
