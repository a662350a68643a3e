Instance: HepatitisBSurfaceAntigen
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Hepatitis B surface antigen"
Description: "Serology for hepatitis B."
* insert InstanceMetadata(hepatitis-b-surface-antigen, ActivityDefinition/hepatitis-b-surface-antigen)
* name = "HepatitisBSurfaceAntigen"
* title = "Hepatitis B surface antigen"
* description = "Serology for hepatitis B."
* insert LoincNotice
* kind = #ServiceRequest
* intent = #order
* priority = #routine
* code = $loinc#5196-1 "HBsAg"
