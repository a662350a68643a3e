Profile: StartQuestionnaireResponse
Parent: QuestionnaireResponse
Id: start-questionnaire-response
Title: "Answers before naltrexone"
Description: "Answers to a questionnaire before naltrexone. Each date of last use counts as an exposure, like an observation of last opioid use."
* insert Metadata
* obeys nal-answers-are-dates
* questionnaire 1..1
* status MS
* subject 1..1
* subject only Reference(Patient)
* subject MS
* authored 1..1
* item 1..* MS
