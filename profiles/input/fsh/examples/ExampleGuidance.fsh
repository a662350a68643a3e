Instance: ExampleGuidance
InstanceOf: RuleGuidance
Usage: #example
Title: "Guidance given"
Description: "The start-safety rules were asked and found one thing."
* id = "example-guidance"
* moduleCanonical = "https://fhirnaltrexone.example.org/fhir/PlanDefinition/naltrexone-start-safety"
* status = #success
* insert OfExample
* occurrenceDateTime = "2026-11-10T09:00:00-05:00"
* reasonCode = $rules#PW-02 "Short-acting opioid too recent"
