Instance: ExampleCandidateAnswers
InstanceOf: StartQuestionnaireResponse
Usage: #example
Title: "Candidate assessment answered"
Description: "Last use of fentanyl 17 days ago and of methadone in a month not known to the day, so that the days without opioids are left open; mild depression, not pregnant."
* id = "example-candidate-answers"
* questionnaire = "https://fhirnaltrexone.example.org/fhir/Questionnaire/candidate-assessment"
* status = #completed
* insert OfExample
* authored = "2026-11-22T08:00:00-05:00"
* author = Reference(ExamplePrescriber)
* item[+].linkId = "motivation"
* item[=].answer.valueInteger = 4
* item[=].answer.item[+].linkId = "motivation-words"
* item[=].answer.item[=].answer.valueString = "I want to go back to work."
* item[+].linkId = "housing"
* item[=].answer.valueCoding = $candidate-answer#unstable-housing "Unstable"
* item[+].linkId = "last-opioid-methadone"
* item[=].answer.valueDate = "2026-09"
* item[+].linkId = "last-opioid-fentanyl"
* item[=].answer.valueDate = "2026-11-05"
* item[+].linkId = "withdrawal-now"
* item[=].answer.valueInteger = 0
* item[+].linkId = "exclusions"
* item[=].item[+].linkId = "opioid-use-now"
* item[=].item[=].answer.valueBoolean = false
* item[=].item[+].linkId = "challenge-result"
* item[=].item[=].answer.valueCoding = $sct#260385009 "Negative"
* item[=].item[=].answer.item[+].linkId = "challenge-time"
* item[=].item[=].answer.item[=].answer.valueDateTime = "2026-11-22T07:30:00-05:00"
* item[+].linkId = "pregnancy"
* item[=].answer.valueCoding = $sct#60001007 "Not pregnant"
* item[+].linkId = "mental"
* item[=].item[+].linkId = "phq9-total"
* item[=].item[=].answer.valueInteger = 7
* item[=].item[+].linkId = "phq9-item-9"
* item[=].item[=].answer.valueCoding = $loinc#LA6568-5 "Not at all"
* item[+].linkId = "formulation-preference"
* item[=].answer.valueCoding = $candidate-answer#injection "Injection every four weeks"
* item[+].linkId = "otp"
* item[=].answer.valueBoolean = false
