Profile: RulePlan
Parent: PlanDefinition
Id: rule-plan
Title: "Plan of rules for CDS Hooks"
Description: "One CDS service: its rules as actions on the top level, each bound to hooks by named events, with condition and texts in CQL. What the service loads when it starts."
* insert PublishedArtifact
* obeys nal-rule-code and nal-rule-hook and nal-rule-condition and nal-rule-texts
* url MS
* version MS
* title MS
* description MS
* type 1..1
* type = $plan-definition-type#eca-rule
* library 1..* MS
* action 1..* MS
