Instance: AdolescentCareTask
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Arrange guardian consent and adolescent care"
Description: "Consent of the guardian as state law asks, and referral to a programme for adolescents."
* insert InstanceMetadata(adolescent-care-task, ActivityDefinition/adolescent-care-task)
* name = "AdolescentCareTask"
* title = "Arrange guardian consent and adolescent care"
* description = "Consent of the guardian as state law asks, and referral to a programme for adolescents."
* kind = #Task
* intent = #order
* priority = #routine
* code.text = "Arrange guardian consent and adolescent care"
