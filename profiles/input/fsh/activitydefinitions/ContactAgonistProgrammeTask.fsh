Instance: ContactAgonistProgrammeTask
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Ask the treatment programme for the last dose"
Description: "With the consent that 42 CFR Part 2 requires, ask the opioid treatment programme for drug, dose and date of the last dose."
* insert InstanceMetadata(contact-agonist-programme-task, ActivityDefinition/contact-agonist-programme-task)
* name = "ContactAgonistProgrammeTask"
* title = "Ask the treatment programme for the last dose"
* description = "With the consent that 42 CFR Part 2 requires, ask the opioid treatment programme for drug, dose and date of the last dose."
* kind = #Task
* intent = #order
* priority = #urgent
* code.text = "Ask the treatment programme for the last dose"
