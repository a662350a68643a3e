Profile: RuleGuidance
Parent: GuidanceResponse
Id: rule-guidance
Title: "Guidance from the rules"
Description: "For an EHR that keeps what a call of a CDS service gave: which plan was asked about whom and when, and what came of it. The service itself answers with cards."
* insert Metadata
* obeys nal-guidance-failure and nal-guidance-data
* module[x] only canonical
* module[x] ^type.targetProfile = "https://fhirnaltrexone.example.org/fhir/StructureDefinition/rule-plan"
* subject 1..1
* subject only Reference(Patient)
* occurrenceDateTime 1..1
* reasonCode from NaltrexoneRuleCodes (extensible)
