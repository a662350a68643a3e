Instance: UrinePregnancyTest
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Urine pregnancy test"
Description: "Choriogonadotropin in urine, present or not."
* insert InstanceMetadata(urine-pregnancy-test, ActivityDefinition/urine-pregnancy-test)
* name = "UrinePregnancyTest"
* title = "Urine pregnancy test"
* description = "Choriogonadotropin in urine, present or not."
* insert LoincNotice
* kind = #ServiceRequest
* intent = #order
* priority = #routine
* code = $loinc#2106-3 "Choriogonadotropin (pregnancy test) [Presence] in Urine"
