Instance: UrineOpiatesScreen
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Urine opiates screen"
Description: "Urine screening test for opiates."
* insert InstanceMetadata(urine-opiates-screen, ActivityDefinition/urine-opiates-screen)
* name = "UrineOpiatesScreen"
* title = "Urine opiates screen"
* description = "Urine screening test for opiates."
* insert LoincNotice
* kind = #ServiceRequest
* intent = #order
* priority = #routine
* code = $loinc#19295-5 "Opiates Screen Ql (U)"
