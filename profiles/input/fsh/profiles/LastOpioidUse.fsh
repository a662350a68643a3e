Profile: LastOpioidUse
Parent: Observation
Id: last-opioid-use
Title: "Last opioid use"
Description: "When an opioid was last used, as the patient or a clinician reports it, with its class where known. Several may exist and every one counts. The effective time is when it was recorded."
* insert CountedObservation
* insert ObservationCategory(social-history)
* obeys nal-use-in-past
* code ^patternCodeableConcept.coding.system = "https://fhirnaltrexone.example.org/fhir/CodeSystem/naltrexone-observation"
* code ^patternCodeableConcept.coding.code = #last-opioid-use
* value[x] 1..1
* value[x] only dateTime or Period
* component MS
* component ^slicing.discriminator.type = #pattern
* component ^slicing.discriminator.path = "code"
* component ^slicing.rules = #open
* component contains opioidClass 0..1 MS
* component[opioidClass].code ^patternCodeableConcept.coding.system = "https://fhirnaltrexone.example.org/fhir/CodeSystem/naltrexone-observation"
* component[opioidClass].code ^patternCodeableConcept.coding.code = #opioid-class
* component[opioidClass].value[x] 1..1 MS
* component[opioidClass].value[x] only CodeableConcept
* component[opioidClass].value[x] from OpioidExposureClasses (required)
