Instance: UrineOxycodoneScreen
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Urine oxycodone screen"
Description: "Urine screening test for oxycodone."
* insert InstanceMetadata(urine-oxycodone-screen, ActivityDefinition/urine-oxycodone-screen)
* name = "UrineOxycodoneScreen"
* title = "Urine oxycodone screen"
* description = "Urine screening test for oxycodone."
* insert LoincNotice
* kind = #ServiceRequest
* intent = #order
* priority = #routine
* code = $loinc#19642-8 "oxyCODONE Ur Ql Scn"
