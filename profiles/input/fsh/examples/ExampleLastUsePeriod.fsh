Instance: ExampleLastUsePeriod
InstanceOf: LastOpioidUse
Usage: #example
Title: "Period of opioid use"
Description: "A report that names a period without class: its end counts, judged as short-acting."
* id = "example-last-use-period"
* status = #final
* category[social-history] = $observation-category#social-history "Social History"
* code = $observation#last-opioid-use "Last opioid use"
* insert OfExample
* effectiveDateTime = "2026-11-10T08:00:00-05:00"
* performer = Reference(ExamplePrescriber)
* valuePeriod.start = "2026-05-01"
* valuePeriod.end = "2026-11-03"
