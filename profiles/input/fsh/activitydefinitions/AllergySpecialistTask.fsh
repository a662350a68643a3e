Instance: AllergySpecialistTask
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Ask an allergy specialist"
Description: "Ask whether naltrexone may be given after a reaction to naloxone."
* insert InstanceMetadata(allergy-specialist-task, ActivityDefinition/allergy-specialist-task)
* name = "AllergySpecialistTask"
* title = "Ask an allergy specialist"
* description = "Ask whether naltrexone may be given after a reaction to naloxone."
* kind = #Task
* intent = #order
* priority = #routine
* code.text = "Ask an allergy specialist"
