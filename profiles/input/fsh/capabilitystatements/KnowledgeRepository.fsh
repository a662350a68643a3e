Instance: KnowledgeRepository
InstanceOf: CapabilityStatement
Usage: #definition
Title: "Repository of the rules"
Description: "A server from which integrators fetch the rules and everything they stand on, by canonical address."
* insert InstanceMetadata(knowledge-repository, CapabilityStatement/knowledge-repository)
* name = "KnowledgeRepository"
* title = "Repository of the rules"
* description = "A server from which integrators fetch the rules and everything they stand on, by canonical address."
* insert Requirements
* rest[+].mode = #server
* rest[=].documentation = "Artifacts are found by `url` and `version`. Value sets are enumerated, so that expanding one needs no terminology of others."
* insert Published(PlanDefinition)
* rest[=].resource[=].supportedProfile[+] = Canonical(RulePlan)
* insert Published(ActivityDefinition)
* rest[=].resource[=].supportedProfile[+] = Canonical(SuggestedActivity)
* insert Published(Library)
* rest[=].resource[=].supportedProfile[+] = Canonical(RuleLibrary)
* insert Published(Questionnaire)
* rest[=].resource[=].supportedProfile[+] = Canonical(StartQuestionnaire)
* insert Published(ValueSet)
* rest[=].resource[=]
  * insert Operation(expand, [[http://hl7.org/fhir/OperationDefinition/ValueSet-expand]])
  * insert Operation(validate-code, [[http://hl7.org/fhir/OperationDefinition/ValueSet-validate-code]])
* insert Published(CodeSystem)
* rest[=].resource[=]
  * insert Operation(lookup, [[http://hl7.org/fhir/OperationDefinition/CodeSystem-lookup]])
* insert Published(StructureDefinition)
