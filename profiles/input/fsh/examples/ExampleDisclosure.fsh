Instance: ExampleDisclosure
InstanceOf: Part2Disclosure
Usage: #example
Title: "Disclosure of a record"
Description: "The diagnosis went to the prescriber on the patient's consent, with the notice."
* id = "example-disclosure"
* extension[notice].valueString = "42 CFR part 2 prohibits unauthorized use or disclosure of these records."
* target[0] = Reference(ExamplePatient)
* target[+] = Reference(ExampleDisorder)
* occurredDateTime = "2026-11-12T09:00:00-05:00"
* recorded = "2026-11-12T09:00:05-05:00"
* policy = "https://www.ecfr.gov/current/title-42/part-2"
* reason = $act-reason#TREAT "treatment"
* agent[discloser].type = $provenance-type#author "Author"
* agent[discloser].role = $participation#CST "custodian"
* agent[discloser].who = Reference(ExampleClinic)
* agent[recipient].role = $participation#IRCP "information recipient"
* agent[recipient].who = Reference(ExamplePrescriber)
* agent[recipient].onBehalfOf = Reference(ExampleClinic)
* entity[consent].role = #source
* entity[consent].what = Reference(ExampleConsent)
