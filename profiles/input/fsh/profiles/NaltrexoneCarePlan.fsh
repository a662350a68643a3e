Profile: NaltrexoneCarePlan
Parent: CarePlan
Id: naltrexone-care-plan
Title: "Naltrexone treatment plan"
Description: "Plan of a treatment with naltrexone: the medicine, what is watched, the psychosocial care, and the goals. Kept by an EHR; no rule of the service reads it yet."
* insert Metadata
* text 1..1
* category 1..*
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains assessPlan 1..1
* category[assessPlan] ^patternCodeableConcept.coding.system = "http://hl7.org/fhir/us/core/CodeSystem/careplan-category"
* category[assessPlan] ^patternCodeableConcept.coding.code = #assess-plan
* subject only Reference(Patient)
* period 1..1
* period.start 1..1
* addresses only Reference(OpioidUseDisorderProblem or Condition)
* goal only Reference(NaltrexoneGoal)
* goal 1..*
* activity ^slicing.discriminator.type = #value
* activity ^slicing.discriminator.path = "detail.kind"
* activity ^slicing.rules = #open
* activity contains medicine 1..* and care 0..*
* activity[medicine].detail 1..1
* activity[medicine].detail.kind 1..1
* activity[medicine].detail.kind = #MedicationRequest
* activity[medicine].detail.product[x] 1..1
* activity[medicine].detail.product[x] only CodeableConcept
* activity[medicine].detail.product[x] from NaltrexoneProducts (required)
* activity[care].detail 1..1
* activity[care].detail.kind 1..1
* activity[care].detail.kind = #ServiceRequest
* activity[care].detail.code 1..1
