Instance: UrineBuprenorphineScreen
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Urine buprenorphine screen"
Description: "Urine screening test for buprenorphine."
* insert InstanceMetadata(urine-buprenorphine-screen, ActivityDefinition/urine-buprenorphine-screen)
* name = "UrineBuprenorphineScreen"
* title = "Urine buprenorphine screen"
* description = "Urine screening test for buprenorphine."
* insert LoincNotice
* kind = #ServiceRequest
* intent = #order
* priority = #routine
* code = $loinc#58359-1 "Buprenorphine+Nor Ur Ql Scn"
