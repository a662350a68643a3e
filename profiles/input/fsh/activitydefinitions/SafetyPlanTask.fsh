Instance: SafetyPlanTask
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Make a safety plan"
Description: "Write down warning signs, ways to cope, people and numbers to call, and how to keep means out of reach."
* insert InstanceMetadata(safety-plan-task, ActivityDefinition/safety-plan-task)
* name = "SafetyPlanTask"
* title = "Make a safety plan"
* description = "Write down warning signs, ways to cope, people and numbers to call, and how to keep means out of reach."
* kind = #Task
* intent = #order
* priority = #urgent
* code.text = "Make a safety plan"
