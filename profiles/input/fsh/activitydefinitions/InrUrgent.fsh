Instance: InrUrgent
InstanceOf: SuggestedActivity
Usage: #definition
Title: "INR, urgent"
Description: "Prothrombin time as INR, to be taken today."
* insert InstanceMetadata(inr-urgent, ActivityDefinition/inr-urgent)
* name = "InrUrgent"
* title = "INR, urgent"
* description = "Prothrombin time as INR, to be taken today."
* insert LoincNotice
* insert OneForAll
* kind = #ServiceRequest
* intent = #order
* priority = #urgent
* code = $loinc#6301-6 "INR in Platelet poor plasma by Coagulation assay"
