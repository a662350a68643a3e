Profile: CowsScore
Parent: Observation
Id: cows-score
Title: "Withdrawal score (COWS)"
Description: "Total of the Clinical Opiate Withdrawal Scale, 0 to 48. Acute withdrawal forbids naltrexone."
* insert CountedObservation
* insert ObservationCategory(survey)
* obeys nal-cows-range
* code ^patternCodeableConcept.coding.system = "https://fhirnaltrexone.example.org/fhir/CodeSystem/naltrexone-observation"
* code ^patternCodeableConcept.coding.code = #cows-total
* value[x] only integer or Quantity
