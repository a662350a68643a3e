Instance: UrineOxycodoneConfirmation
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Urine oxycodone, confirmatory"
Description: "Oxycodone in urine by a confirmatory method, which tells it from what naltrexone is broken down to."
* insert InstanceMetadata(urine-oxycodone-confirmation, ActivityDefinition/urine-oxycodone-confirmation)
* name = "UrineOxycodoneConfirmation"
* title = "Urine oxycodone, confirmatory"
* description = "Oxycodone in urine by a confirmatory method, which tells it from what naltrexone is broken down to."
* insert LoincNotice
* kind = #ServiceRequest
* intent = #order
* priority = #routine
* code = $loinc#19643-6 "oxyCODONE Ur Ql Cfm"
