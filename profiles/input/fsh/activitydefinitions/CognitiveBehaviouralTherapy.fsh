Instance: CognitiveBehaviouralTherapy
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Cognitive and behavioural therapy"
Description: "Therapy beside the medicine: triggers, coping, craving."
* insert InstanceMetadata(cognitive-behavioural-therapy, ActivityDefinition/cognitive-behavioural-therapy)
* name = "CognitiveBehaviouralTherapy"
* title = "Cognitive and behavioural therapy"
* description = "Therapy beside the medicine: triggers, coping, craving."
* insert SnomedNotice
* kind = #ServiceRequest
* intent = #order
* priority = #routine
* code = $sct#228557008 "Cognitive and behavioral therapy (regime/therapy)"
