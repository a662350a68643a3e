Instance: PregnancyCareTask
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Arrange obstetric and addiction care together"
Description: "Agree with obstetrics and addiction medicine on the treatment during pregnancy."
* insert InstanceMetadata(pregnancy-care-task, ActivityDefinition/pregnancy-care-task)
* name = "PregnancyCareTask"
* title = "Arrange obstetric and addiction care together"
* description = "Agree with obstetrics and addiction medicine on the treatment during pregnancy."
* kind = #Task
* intent = #order
* priority = #urgent
* code.text = "Arrange obstetric and addiction care together"
