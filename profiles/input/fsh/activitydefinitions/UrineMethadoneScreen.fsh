Instance: UrineMethadoneScreen
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Urine methadone screen"
Description: "Urine screening test for methadone."
* insert InstanceMetadata(urine-methadone-screen, ActivityDefinition/urine-methadone-screen)
* name = "UrineMethadoneScreen"
* title = "Urine methadone screen"
* description = "Urine screening test for methadone."
* insert LoincNotice
* kind = #ServiceRequest
* intent = #order
* priority = #routine
* code = $loinc#19550-3 "Methadone Screen Ql (U)"
