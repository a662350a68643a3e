Instance: HepaticPanelUrgent
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Hepatic panel, urgent"
Description: "The hepatic panel, to be taken today."
* insert InstanceMetadata(hepatic-panel-urgent, ActivityDefinition/hepatic-panel-urgent)
* name = "HepaticPanelUrgent"
* title = "Hepatic panel, urgent"
* description = "The hepatic panel, to be taken today."
* insert LoincNotice
* insert OneForAll
* kind = #ServiceRequest
* intent = #order
* priority = #urgent
* code = $loinc#24325-3 "Hepatic function panel - Serum or Plasma"
