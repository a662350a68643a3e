Instance: MedicinesAndFallsReviewTask
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Review medicines and falls"
Description: "Go through all medicines for interactions and ask about falls."
* insert InstanceMetadata(medicines-and-falls-review-task, ActivityDefinition/medicines-and-falls-review-task)
* name = "MedicinesAndFallsReviewTask"
* title = "Review medicines and falls"
* description = "Go through all medicines for interactions and ask about falls."
* kind = #Task
* intent = #order
* priority = #routine
* code.text = "Review medicines and falls"
