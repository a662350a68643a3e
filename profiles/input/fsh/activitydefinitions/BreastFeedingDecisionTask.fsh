Instance: BreastFeedingDecisionTask
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Document the decision on breast-feeding"
Description: "Weigh treatment and breast-feeding with the patient and write the decision down."
* insert InstanceMetadata(breast-feeding-decision-task, ActivityDefinition/breast-feeding-decision-task)
* name = "BreastFeedingDecisionTask"
* title = "Document the decision on breast-feeding"
* description = "Weigh treatment and breast-feeding with the patient and write the decision down."
* kind = #Task
* intent = #order
* priority = #routine
* code.text = "Document the decision on breast-feeding"
