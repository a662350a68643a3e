Instance: SupportGroupReferral
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Referral to a support group"
Description: "Twelve-step or another group of peers."
* insert InstanceMetadata(support-group-referral, ActivityDefinition/support-group-referral)
* name = "SupportGroupReferral"
* title = "Referral to a support group"
* description = "Twelve-step or another group of peers."
* insert SnomedNotice
* kind = #ServiceRequest
* intent = #order
* priority = #routine
* code = $sct#711281004 "Referral to support group (procedure)"
