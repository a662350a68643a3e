Instance: AlcoholCounselling
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Counselling on alcohol"
Description: "Brief intervention on alcohol use."
* insert InstanceMetadata(alcohol-counselling, ActivityDefinition/alcohol-counselling)
* name = "AlcoholCounselling"
* title = "Counselling on alcohol"
* description = "Brief intervention on alcohol use."
* insert SnomedNotice
* kind = #ServiceRequest
* intent = #order
* priority = #routine
* code = $sct#313071005 "Substance abuse counseling"
