Instance: NephrologyReviewTask
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Arrange a nephrology review"
Description: "Ask nephrology whether naltrexone may be given, and how to watch it."
* insert InstanceMetadata(nephrology-review-task, ActivityDefinition/nephrology-review-task)
* name = "NephrologyReviewTask"
* title = "Arrange a nephrology review"
* description = "Ask nephrology whether naltrexone may be given, and how to watch it."
* kind = #Task
* intent = #order
* priority = #routine
* code.text = "Arrange a nephrology review"
