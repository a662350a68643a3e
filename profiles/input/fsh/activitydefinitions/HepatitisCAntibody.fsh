Instance: HepatitisCAntibody
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Hepatitis C antibody"
Description: "Serology for hepatitis C."
* insert InstanceMetadata(hepatitis-c-antibody, ActivityDefinition/hepatitis-c-antibody)
* name = "HepatitisCAntibody"
* title = "Hepatitis C antibody"
* description = "Serology for hepatitis C."
* insert LoincNotice
* kind = #ServiceRequest
* intent = #order
* priority = #routine
* code = $loinc#13955-0 "HCV Ab"
