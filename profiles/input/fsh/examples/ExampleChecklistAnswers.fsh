Instance: ExampleChecklistAnswers
InstanceOf: StartQuestionnaireResponse
Usage: #example
Title: "Checklist answered"
Description: "Answers before the first dose; the date of last use counts as an exposure."
* id = "example-checklist-answers"
* questionnaire = "https://fhirnaltrexone.example.org/fhir/Questionnaire/naltrexone-start-checklist"
* status = #completed
* insert OfExample
* authored = "2026-11-22T08:00:00-05:00"
* author = Reference(ExamplePatient)
* item[+].linkId = "motivation"
* item[=].answer.valueInteger = 5
* item[+].linkId = "supports"
* item[=].answer.valueString = "some"
* item[+].linkId = "last-opioid-short"
* item[=].answer.valueDate = "2026-11-03"
* item[+].linkId = "pregnancy"
* item[=].answer.valueCoding = $sct#60001007 "Not pregnant"
* item[+].linkId = "otp"
* item[=].answer.valueBoolean = false
