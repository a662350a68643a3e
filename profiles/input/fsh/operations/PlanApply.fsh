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
* insert ApplyParameter(hook, code, [[The CDS hook that actions are judged at, such as order-sign: those bound to others do not apply. When not given, actions bound to hooks apply that do at any of theirs. At order-select and order-sign the drafts of the record, MedicationRequest and ServiceRequest of status draft, are judged together, as if they were being signed at once, unless parameters gives others. Actions bound to none are judged outside of hooks when none is given.]])
* insert ApplyParameter(parameters, Parameters, [[What a call of a hook brings besides the record, by the names of the CQL parameters. Draft Medication Requests, Draft Service Requests and Context Appointments take resources, Selections and Unread Resource Types take strings, each repeated.]])
* parameter[+].name = #return
* parameter[=].use = #out
* parameter[=].min = 1
* parameter[=].max = "1"
* parameter[=].type = #Resource
* parameter[=].documentation = "A CarePlan with contained RequestGroup, goals and drafts; or the Bundle."
