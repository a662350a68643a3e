Instance: KidneyFunction
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Kidney function (eGFR)"
Description: "Estimated glomerular filtration rate from creatinine, CKD-EPI 2021."
* insert InstanceMetadata(kidney-function, ActivityDefinition/kidney-function)
* name = "KidneyFunction"
* title = "Kidney function (eGFR)"
* description = "Estimated glomerular filtration rate from creatinine, CKD-EPI 2021."
* insert LoincNotice
* kind = #ServiceRequest
* intent = #order
* priority = #routine
* code = $loinc#98979-8 "Glomerular filtration rate/1.73 sq M.predicted [Volume Rate/Area] in Serum, Plasma or Blood by Creatinine-based formula (CKD-EPI 2021)"
