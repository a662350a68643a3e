Profile: OpioidUseDisorderProblem
Parent: Condition
Id: opioid-use-disorder-problem
Title: "Opioid use disorder"
Description: "The problem naltrexone is given for. Enrolment in agonist treatment is told by its own code and forbids naltrexone until the last dose is known."
* insert Metadata
* obeys nal-remission
* clinicalStatus MS
* verificationStatus MS
* category 1..*
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains problem 1..1
* category[problem] = $condition-category#problem-list-item
* code 1..1 MS
* code from OpioidUseDisorderProblems (required)
* subject only Reference(Patient)
* subject MS
