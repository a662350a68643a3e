Instance: ActivityApply
InstanceOf: OperationDefinition
Usage: #definition
Title: "Apply a ActivityDefinition"
Description: "Applies ActivityDefinitions as FHIR R4 says (ActivityDefinition-apply), with further parameters. Nothing is stored. What cannot be decided or computed stays in the result and is told in an OperationOutcome contained in it."
* insert InstanceMetadata(activity-apply, OperationDefinition/activity-apply)
* name = "ActivityApply"
* title = "Apply a ActivityDefinition"
* description = "Applies ActivityDefinitions as FHIR R4 says (ActivityDefinition-apply), with further parameters. Nothing is stored. What cannot be decided or computed stays in the result and is told in an OperationOutcome contained in it."
* resource = #ActivityDefinition
* insert ApplyParameter(activityDefinition, ActivityDefinition, [[The definition itself, when neither address nor canonical names it.]])
* insert ApplyParameters
* parameter[+].name = #return
* parameter[=].use = #out
* parameter[=].min = 1
* parameter[=].max = "1"
* parameter[=].type = #Resource
* parameter[=].documentation = "The draft; or the Bundle."
