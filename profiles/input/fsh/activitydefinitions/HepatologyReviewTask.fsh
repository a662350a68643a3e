Instance: HepatologyReviewTask
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Arrange a hepatology review"
Description: "Ask hepatology whether naltrexone may be given or continued."
* insert InstanceMetadata(hepatology-review-task, ActivityDefinition/hepatology-review-task)
* name = "HepatologyReviewTask"
* title = "Arrange a hepatology review"
* description = "Ask hepatology whether naltrexone may be given or continued."
* kind = #Task
* intent = #order
* priority = #urgent
* code.text = "Arrange a hepatology review"
