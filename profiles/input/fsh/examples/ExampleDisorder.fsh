Instance: ExampleDisorder
InstanceOf: OpioidUseDisorderProblem
Usage: #example
Title: "Opioid use disorder"
Description: "The problem for which naltrexone is given, in two code systems."
* id = "example-disorder"
* clinicalStatus = $condition-clinical#active "Active"
* verificationStatus = $condition-verification#confirmed "Confirmed"
* category[problem] = $condition-category#problem-list-item "Problem List Item"
* code.coding[+] = $sct#75544000 "Opioid dependence"
* code.coding[+] = $icd10cm#F11.20 "Opioid dependence, uncomplicated"
* insert OfExample
* onsetDateTime = "2024-03"
