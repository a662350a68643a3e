Instance: ExamplePhq
InstanceOf: PhqScore
Usage: #example
Title: "PHQ-9 total"
Description: "Mild symptoms of depression before the first dose."
* id = "example-phq9"
* status = #final
* category[survey] = $observation-category#survey "Survey"
* code = $loinc#44261-6 "Patient Health Questionnaire 9 item (PHQ-9) total score [Reported]"
* insert OfExample
* effectiveDateTime = "2026-11-18T08:45:00-05:00"
* performer = Reference(ExamplePatient)
* insert Amount(valueQuantity, 7, {score})
