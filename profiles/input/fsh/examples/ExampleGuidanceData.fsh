Instance: ExampleGuidanceData
InstanceOf: RuleGuidance
Usage: #example
Title: "Guidance that needs data"
Description: "Dispenses could not be read: the rules ask for them."
* id = "example-guidance-data"
* moduleCanonical = "https://fhirnaltrexone.example.org/fhir/PlanDefinition/naltrexone-start-safety"
* status = #data-required
* insert OfExample
* occurrenceDateTime = "2026-11-10T09:05:00-05:00"
* dataRequirement.type = #MedicationDispense
