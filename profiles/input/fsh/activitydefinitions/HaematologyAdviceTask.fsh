Instance: HaematologyAdviceTask
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Ask haematology before the injection"
Description: "Ask haematology whether a deep intramuscular injection is safe, and what to do before it."
* insert InstanceMetadata(haematology-advice-task, ActivityDefinition/haematology-advice-task)
* name = "HaematologyAdviceTask"
* title = "Ask haematology before the injection"
* description = "Ask haematology whether a deep intramuscular injection is safe, and what to do before it."
* kind = #Task
* intent = #order
* priority = #urgent
* code.text = "Ask haematology before the injection"
