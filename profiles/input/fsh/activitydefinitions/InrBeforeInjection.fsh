Instance: InrBeforeInjection
InstanceOf: SuggestedActivity
Usage: #definition
Title: "INR before the injection"
Description: "Prothrombin time as INR, before a deep intramuscular injection."
* insert InstanceMetadata(inr-before-injection, ActivityDefinition/inr-before-injection)
* name = "InrBeforeInjection"
* title = "INR before the injection"
* description = "Prothrombin time as INR, before a deep intramuscular injection."
* insert LoincNotice
* kind = #ServiceRequest
* intent = #order
* priority = #routine
* code = $loinc#6301-6 "INR in Platelet poor plasma by Coagulation assay"
