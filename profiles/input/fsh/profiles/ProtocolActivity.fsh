Profile: ProtocolActivity
Parent: ActivityDefinition
Id: protocol-activity
Title: "Activity of a protocol"
Description: "What one step of a protocol asks for: an order, a task or a message, told completely except for patient and time. It is a proposal until a clinician makes it an order."
* insert PublishedArtifact
* obeys nal-activity-what
* url MS
* description MS
* kind 1..1 MS
* kind from ProtocolActivityKinds (required)
* intent 1..1 MS
* intent = #proposal
* priority MS
* code MS
* product[x] MS
* dosage MS
