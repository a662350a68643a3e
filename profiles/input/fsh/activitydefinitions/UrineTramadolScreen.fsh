Instance: UrineTramadolScreen
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Urine tramadol screen"
Description: "Urine screening test for tramadol."
* insert InstanceMetadata(urine-tramadol-screen, ActivityDefinition/urine-tramadol-screen)
* name = "UrineTramadolScreen"
* title = "Urine tramadol screen"
* description = "Urine screening test for tramadol."
* insert LoincNotice
* kind = #ServiceRequest
* intent = #order
* priority = #routine
* code = $loinc#19710-3 "traMADol Screen Ql (U)"
