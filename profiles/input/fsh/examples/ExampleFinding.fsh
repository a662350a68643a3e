Instance: ExampleFinding
InstanceOf: RuleFinding
Usage: #example
Title: "Opioid too recent"
Description: "Finding of rule PW-02 with the first safe moment and the reason for going on."
* id = "example-finding"
* extension[earliestSafeStart].valueDateTime = "2026-11-14T00:00:00-05:00"
* status = #final
* code = $rules#PW-02 "Short-acting opioid too recent"
* severity = #high
* patient = Reference(ExamplePatient)
* identifiedDateTime = "2026-11-10T09:00:00-05:00"
* implicated[+] = Reference(ExampleOralDraft)
* implicated[+] = Reference(ExampleOpioidPast)
* detail = "Oxycodone until 2026-11-03, 7 days before the planned start. The label asks for 7 to 10 days at least."
* mitigation.action = $override-reasons#supervised-rapid-induction-protocol "Supervised rapid induction protocol"
* mitigation.date = "2026-11-10T09:02:00-05:00"
* mitigation.author = Reference(ExamplePrescriber)
