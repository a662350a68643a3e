Instance: CowsAssessment
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Withdrawal score (COWS)"
Description: "Score opioid withdrawal with the Clinical Opiate Withdrawal Scale, 0 to 48."
* insert InstanceMetadata(cows-assessment, ActivityDefinition/cows-assessment)
* name = "CowsAssessment"
* title = "Withdrawal score (COWS)"
* description = "Score opioid withdrawal with the Clinical Opiate Withdrawal Scale, 0 to 48."
* kind = #ServiceRequest
* intent = #order
* priority = #routine
* code = $observation#cows-total "Clinical Opiate Withdrawal Scale total"
