Instance: BilirubinDirectUrgent
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Direct bilirubin, urgent"
Description: "Direct bilirubin, to be taken today."
* insert InstanceMetadata(bilirubin-direct-urgent, ActivityDefinition/bilirubin-direct-urgent)
* name = "BilirubinDirectUrgent"
* title = "Direct bilirubin, urgent"
* description = "Direct bilirubin, to be taken today."
* insert LoincNotice
* insert OneForAll
* kind = #ServiceRequest
* intent = #order
* priority = #urgent
* code = $loinc#1968-7 "Bilirubin direct"
