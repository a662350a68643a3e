Extension: OverrideReason
Id: override-reason
Title: "Override reason"
Description: "A reason a clinician may give for not following the advice of this action. The service offers each as an override reason of the card."
* insert Metadata
* ^context[0].type = #element
* ^context[0].expression = "PlanDefinition.action"
* value[x] only Coding
* value[x] 1..1
* valueCoding ^short = "Reason with system, code and display"
