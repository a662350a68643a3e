Profile: NaloxoneChallengeResult
Parent: Observation
Id: naloxone-challenge-result
Title: "Result of a naloxone challenge"
Description: "Positive when naloxone brought withdrawal signs: naltrexone must wait. Negative when it was passed."
* insert CountedObservation
* insert ObservationCategory(procedure)
* code ^patternCodeableConcept.coding.system = "https://fhirnaltrexone.example.org/fhir/CodeSystem/naltrexone-observation"
* code ^patternCodeableConcept.coding.code = #naloxone-challenge
* value[x] only CodeableConcept
* value[x] from PresenceFindings (required)
* obeys nal-value-or-reason
