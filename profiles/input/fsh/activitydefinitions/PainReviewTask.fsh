Instance: PainReviewTask
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Arrange a pain specialist review"
Description: "Ask a pain specialist for a plan without opioids."
* insert InstanceMetadata(pain-review-task, ActivityDefinition/pain-review-task)
* name = "PainReviewTask"
* title = "Arrange a pain specialist review"
* description = "Ask a pain specialist for a plan without opioids."
* kind = #Task
* intent = #order
* priority = #urgent
* code.text = "Arrange a pain specialist review"
