Instance: OverdoseCounselling
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Counselling on overdose and its reversal"
Description: "Teach patient and family to recognise an overdose, call for help and give the reversal agent."
* insert InstanceMetadata(overdose-counselling, ActivityDefinition/overdose-counselling)
* name = "OverdoseCounselling"
* title = "Counselling on overdose and its reversal"
* description = "Teach patient and family to recognise an overdose, call for help and give the reversal agent."
* insert SnomedNotice
* kind = #ServiceRequest
* intent = #order
* priority = #routine
* code = $sct#460831000124102 "Counseling about opioid safety (procedure)"
