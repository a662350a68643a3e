Profile: PhqScore
Parent: Observation
Id: phq9-score
Title: "PHQ-9 total score"
Description: "Total of the Patient Health Questionnaire with nine items, 0 to 27. Depression is watched for under naltrexone. No rule of the service reads it yet."
* insert Metadata
* obeys nal-dated
* insert ObservationCategory(survey)
* subject 1..1
* subject only Reference(Patient)
* code ^patternCodeableConcept.coding.system = "http://loinc.org"
* code ^patternCodeableConcept.coding.code = #44261-6
* effective[x] only dateTime
* value[x] 1..1
* value[x] only Quantity
* value[x] obeys nal-phq9-range
* value[x].value 1..1
* value[x].system 1..1
* value[x].system = $ucum
* value[x].code 1..1
* value[x].code = #{score}
