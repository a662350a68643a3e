Instance: ExampleCarePlan
InstanceOf: NaltrexoneCarePlan
Usage: #example
Title: "Plan of treatment with the injection"
Description: "Injection every four weeks, liver tests, counselling, and two goals."
* id = "example-care-plan"
* text.status = #generated
* text.div = "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Naltrexone injection every four weeks, liver tests, cognitive behavioral therapy.</p></div>"
* status = #active
* intent = #plan
* category[assessPlan] = $careplan-category#assess-plan
* title = "Treatment with the naltrexone injection"
* insert OfExample
* period.start = "2026-11-22"
* addresses = Reference(ExampleDisorder)
* goal[+] = Reference(ExampleGoal)
* goal[+] = Reference(ExampleGoalDuration)
* activity[medicine].detail.kind = #MedicationRequest
* activity[medicine].detail.status = #in-progress
* activity[medicine].detail.productCodeableConcept = $rxnorm#637213 "naltrexone 380 MG Injection"
* activity[medicine].detail.description = "380 mg into the gluteal muscle every 4 weeks"
* activity[care][0].detail.kind = #ServiceRequest
* activity[care][0].detail.status = #scheduled
* activity[care][0].detail.code = $loinc#24325-3 "Hepatic function panel - Serum or Plasma"
* activity[care][1].detail.kind = #ServiceRequest
* activity[care][1].detail.status = #in-progress
* activity[care][1].detail.code = $sct#228557008 "Cognitive and behavioral therapy"
