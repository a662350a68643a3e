Profile: ProtocolPlan
Parent: PlanDefinition
Id: protocol-plan
Title: "Protocol of treatment"
Description: "One part of a treatment with naltrexone as a plan that $apply turns into a care plan: steps with their reasons, sources, goals, dates and conditions."
* insert PublishedArtifact
* obeys nal-protocol-step and nal-protocol-anchor and nal-protocol-goal and nal-protocol-condition and nal-protocol-measure
* url MS
* version MS
* name MS
* title MS
* description MS
* usage 1..1 MS
* type 1..1 MS
* type = $plan-definition-type#clinical-protocol
* topic 1..* MS
* useContext 1..* MS
* relatedArtifact 1..* MS
* library MS
* goal MS
* action 1..* MS
