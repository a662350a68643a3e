Instance: PlanApply
InstanceOf: OperationDefinition
Usage: #definition
Title: "Apply a PlanDefinition"
Description: "Applies PlanDefinitions as FHIR R4 says (PlanDefinition-apply), with further parameters. Nothing is stored. What cannot be decided or computed stays in the result and is told in an OperationOutcome contained in it."
* insert InstanceMetadata(plan-apply, OperationDefinition/plan-apply)
* name = "PlanApply"
* title = "Apply a PlanDefinition"
* description = "Applies PlanDefinitions as FHIR R4 says (PlanDefinition-apply), with further parameters. Nothing is stored. What cannot be decided or computed stays in the result and is told in an OperationOutcome contained in it."
* resource = #PlanDefinition
* insert ApplyParameter(planDefinition, PlanDefinition, [[The definition itself, when neither address nor canonical names it.]])
* insert ApplyParameters
* parameter[+].name = #return
* parameter[=].use = #out
* parameter[=].min = 1
* parameter[=].max = "1"
* parameter[=].type = #Resource
* parameter[=].documentation = "A CarePlan with contained RequestGroup, goals and drafts; or the Bundle."
