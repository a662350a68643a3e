Instance: MotivationalInterviewing
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Motivational interviewing"
Description: "Talk that strengthens the own reasons for change."
* insert InstanceMetadata(motivational-interviewing, ActivityDefinition/motivational-interviewing)
* name = "MotivationalInterviewing"
* title = "Motivational interviewing"
* description = "Talk that strengthens the own reasons for change."
* insert SnomedNotice
* kind = #ServiceRequest
* intent = #order
* priority = #routine
* code = $sct#713144002 "Motivational interviewing technique (procedure)"
