Instance: ExampleDisorderRemission
InstanceOf: OpioidUseDisorderProblem
Usage: #example
Title: "Opioid use disorder in remission"
Description: "The same problem after a year of treatment."
* id = "example-disorder-remission"
* clinicalStatus = $condition-clinical#remission "Remission"
* verificationStatus = $condition-verification#confirmed "Confirmed"
* category[problem] = $condition-category#problem-list-item "Problem List Item"
* code = $sct#191821007 "Opioid dependence in remission"
* insert OfExample
* onsetDateTime = "2024-03"
