Instance: ReachPatientTask
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Reach the patient about the missed dose"
Description: "Contact the patient: ask about opioids since the last dose, warn of lost tolerance, plan the next dose as soon as the checks are clear."
* insert InstanceMetadata(reach-patient-task, ActivityDefinition/reach-patient-task)
* name = "ReachPatientTask"
* title = "Reach the patient about the missed dose"
* description = "Contact the patient: ask about opioids since the last dose, warn of lost tolerance, plan the next dose as soon as the checks are clear."
* kind = #Task
* intent = #order
* priority = #urgent
* code.text = "Reach the patient about the missed dose"
