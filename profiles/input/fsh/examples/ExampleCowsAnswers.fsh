Instance: ExampleCowsAnswers
InstanceOf: QuestionnaireResponse
Usage: #example
Title: "Withdrawal score answered"
Description: "Eight signs of grade 1: a total of 8, mild withdrawal."
* id = "example-cows-answers"
* questionnaire = "https://fhirnaltrexone.example.org/fhir/Questionnaire/cows"
* status = #completed
* insert OfExample
* authored = "2026-11-22T08:15:00-05:00"
* author = Reference(ExamplePrescriber)
* item[+].linkId = "pulse"
* item[=].answer.valueCoding = $withdrawal-scale#pulse-1 "81 to 100 beats a minute"
* item[+].linkId = "sweating"
* item[=].answer.valueCoding = $withdrawal-scale#sweating-1 "Chills or flushing reported only"
* item[+].linkId = "restlessness"
* item[=].answer.valueCoding = $withdrawal-scale#restlessness-1 "Finds it hard to sit still, but can"
* item[+].linkId = "pupils"
* item[=].answer.valueCoding = $withdrawal-scale#pupils-0 "Narrow or of normal size in the light of the room"
* item[+].linkId = "aches"
* item[=].answer.valueCoding = $withdrawal-scale#aches-1 "Mild, diffuse discomfort"
* item[+].linkId = "nose-and-eyes"
* item[=].answer.valueCoding = $withdrawal-scale#nose-and-eyes-1 "Stuffy nose or unusually moist eyes"
* item[+].linkId = "gut"
* item[=].answer.valueCoding = $withdrawal-scale#gut-0 "No complaints"
* item[+].linkId = "tremor"
* item[=].answer.valueCoding = $withdrawal-scale#tremor-1 "Felt, but not seen"
* item[+].linkId = "yawning"
* item[=].answer.valueCoding = $withdrawal-scale#yawning-1 "Once or twice while scoring"
* item[+].linkId = "anxiety"
* item[=].answer.valueCoding = $withdrawal-scale#anxiety-1 "Growing irritability or anxiety reported"
* item[+].linkId = "gooseflesh"
* item[=].answer.valueCoding = $withdrawal-scale#gooseflesh-0 "Skin is smooth"
* item[+].linkId = "total"
* item[=].answer.valueInteger = 8
