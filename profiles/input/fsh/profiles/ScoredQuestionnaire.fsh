Profile: ScoredQuestionnaire
Parent: Questionnaire
Id: scored-questionnaire
Title: "Questionnaire with a score"
Description: "A questionnaire whose answers add up: each grade says what it is worth, and a total that nobody types in is computed from them and becomes an observation."
* insert PublishedArtifact
* obeys nal-grades-worth and nal-total-computed and nal-total-observed
* subjectType 1..1
* subjectType = #Patient
* item 1..* MS
