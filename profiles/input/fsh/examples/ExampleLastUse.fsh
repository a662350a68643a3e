Instance: ExampleLastUse
InstanceOf: LastOpioidUse
Usage: #example
Title: "Last use of fentanyl"
Description: "Reported illicit fentanyl: it clears slowly, so a longer interval is asked for."
* id = "example-last-use"
* status = #final
* category[social-history] = $observation-category#social-history "Social History"
* code = $observation#last-opioid-use "Last opioid use"
* insert OfExample
* effectiveDateTime = "2026-11-22T08:00:00-05:00"
* performer = Reference(ExamplePrescriber)
* valueDateTime = "2026-11-05"
* component[opioidClass].code = $observation#opioid-class "Opioid class"
* component[opioidClass].valueCodeableConcept = $exposure-class#illicit-fentanyl "Illicit fentanyl"
