Profile: Part2Disclosure
Parent: Provenance
Id: part2-disclosure
Title: "Disclosure under 42 CFR Part 2"
Description: "Record of one disclosure that a patient consented to: what went from whom to whom, on which consent, with the notice that 42 CFR 2.32 asks for. Its targets are what went, and the patient, for by that it is found as theirs."
* insert Metadata
* extension contains RedisclosureNotice named notice 1..1
* occurred[x] 1..1
* occurred[x] only dateTime
* reason 1..*
* agent ^slicing.discriminator.type = #pattern
* agent ^slicing.discriminator.path = "role"
* agent ^slicing.rules = #open
* agent contains discloser 1..1 and recipient 1..*
* agent[discloser].type 1..1
* agent[discloser].type = $provenance-type#author
* agent[discloser].role 1..1
* agent[discloser].role = $participation#CST
* agent[recipient].role 1..1
* agent[recipient].role = $participation#IRCP
* entity ^slicing.discriminator.type = #value
* entity ^slicing.discriminator.path = "role"
* entity ^slicing.rules = #open
* entity contains consent 1..1
* entity[consent].role = #source
* entity[consent].what only Reference(Part2Consent)
