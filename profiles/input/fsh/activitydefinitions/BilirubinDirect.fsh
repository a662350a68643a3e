Instance: BilirubinDirect
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Direct bilirubin"
Description: "Direct bilirubin, to tell Gilbert syndrome and haemolysis from liver disease."
* insert InstanceMetadata(bilirubin-direct, ActivityDefinition/bilirubin-direct)
* name = "BilirubinDirect"
* title = "Direct bilirubin"
* description = "Direct bilirubin, to tell Gilbert syndrome and haemolysis from liver disease."
* insert LoincNotice
* kind = #ServiceRequest
* intent = #order
* priority = #routine
* code = $loinc#1968-7 "Bilirubin direct"
