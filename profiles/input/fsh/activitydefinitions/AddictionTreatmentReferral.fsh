Instance: AddictionTreatmentReferral
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Referral to addiction treatment"
Description: "Referral to a programme that treats substance use disorders."
* insert InstanceMetadata(addiction-treatment-referral, ActivityDefinition/addiction-treatment-referral)
* name = "AddictionTreatmentReferral"
* title = "Referral to addiction treatment"
* description = "Referral to a programme that treats substance use disorders."
* insert SnomedNotice
* kind = #ServiceRequest
* intent = #order
* priority = #routine
* code = $sct#1254709001 "Referral to substance use disorder treatment program (procedure)"
