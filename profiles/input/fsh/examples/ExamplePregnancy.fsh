Instance: ExamplePregnancy
InstanceOf: PregnancyStatus
Usage: #example
Title: "Not pregnant"
Description: "Pregnancy status before the first dose."
* id = "example-pregnancy"
* status = #final
* category[social-history] = $observation-category#social-history "Social History"
* code = $loinc#82810-3 "Pregnancy status"
* insert OfExample
* effectiveDateTime = "2026-11-18"
* valueCodeableConcept = $sct#60001007 "Not pregnant"
