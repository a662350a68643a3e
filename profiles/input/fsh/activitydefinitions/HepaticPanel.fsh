Instance: HepaticPanel
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Hepatic panel"
Description: "ALT, AST, bilirubin, alkaline phosphatase, albumin and protein in serum."
* insert InstanceMetadata(hepatic-panel, ActivityDefinition/hepatic-panel)
* name = "HepaticPanel"
* title = "Hepatic panel"
* description = "ALT, AST, bilirubin, alkaline phosphatase, albumin and protein in serum."
* insert LoincNotice
* insert OneForAll
* kind = #ServiceRequest
* intent = #order
* priority = #routine
* code = $loinc#24325-3 "Hepatic function panel - Serum or Plasma"
