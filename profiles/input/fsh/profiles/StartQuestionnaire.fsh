Profile: StartQuestionnaire
Parent: Questionnaire
Id: start-questionnaire
Title: "Questionnaire before naltrexone"
Description: "A questionnaire whose answers the rules can use: it asks for the last use of each class of opioid, as a date, under the link ids that the rules know."
* insert PublishedArtifact
* obeys nal-asks-each-class and nal-asks-for-dates
* subjectType 1..1
* subjectType = #Patient
* item 1..*
