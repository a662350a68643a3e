Instance: UrineFentanylScreen
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Urine fentanyl screen"
Description: "Urine screening test for fentanyl."
* insert InstanceMetadata(urine-fentanyl-screen, ActivityDefinition/urine-fentanyl-screen)
* name = "UrineFentanylScreen"
* title = "Urine fentanyl screen"
* description = "Urine screening test for fentanyl."
* insert LoincNotice
* kind = #ServiceRequest
* intent = #order
* priority = #routine
* code = $loinc#59673-4 "fentaNYL Screen Ql (U)"
