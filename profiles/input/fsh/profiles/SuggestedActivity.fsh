Profile: SuggestedActivity
Parent: ActivityDefinition
Id: suggested-activity
Title: "Activity a card suggests"
Description: "What one click on a card adds: an order or a task, told completely except for patient and time."
* insert PublishedArtifact
* obeys nal-activity-what
* url MS
* description MS
* kind 1..1 MS
* kind from SuggestedActivityKinds (required)
* intent 1..1 MS
* intent = #order
* priority MS
* code MS
* product[x] MS
* dosage MS
