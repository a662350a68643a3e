Instance: NaltrexoneMonitoring
InstanceOf: RulePlan
Usage: #definition
Title: "Monitoring on naltrexone"
Description: "Looks after a patient on naltrexone, or with a naltrexone order kept as a draft, when the chart is opened or a stay ends: liver, mood, agonist treatment, positive urine tests, pregnancy, pain, planned procedures, missed doses, support."
* insert InstanceMetadata(naltrexone-monitoring, PlanDefinition/naltrexone-monitoring)
* name = "NaltrexoneMonitoring"
* title = "Monitoring on naltrexone"
* description = "Looks after a patient on naltrexone, or with a naltrexone order kept as a draft, when the chart is opened or a stay ends: liver, mood, agonist treatment, positive urine tests, pregnancy, pain, planned procedures, missed doses, support."
* type = $plan-definition-type#eca-rule
* subjectCodeableConcept = http://hl7.org/fhir/resource-types#Patient
* library[+] = "https://fhirnaltrexone.example.org/fhir/Library/LiverRules"
* library[+] = "https://fhirnaltrexone.example.org/fhir/Library/WithdrawalRules"
* library[+] = "https://fhirnaltrexone.example.org/fhir/Library/OpioidBlockadeRules"
* library[+] = "https://fhirnaltrexone.example.org/fhir/Library/InjectionRules"
* library[+] = "https://fhirnaltrexone.example.org/fhir/Library/DosingRules"
* library[+] = "https://fhirnaltrexone.example.org/fhir/Library/OverdoseRules"
* library[+] = "https://fhirnaltrexone.example.org/fhir/Library/ContinuityRules"
* library[+] = "https://fhirnaltrexone.example.org/fhir/Library/PopulationRules"
* library[+] = "https://fhirnaltrexone.example.org/fhir/Library/MentalHealthRules"
* library[+] = "https://fhirnaltrexone.example.org/fhir/Library/AllergyRules"
* library[+] = "https://fhirnaltrexone.example.org/fhir/Library/DataQualityRules"
* action[+]
  * insert HT03
  * insert OnVisits
* action[+]
  * insert HT04
  * insert OnVisits
* action[+]
  * insert HT05
  * insert OnVisits
* action[+]
  * insert HT06
  * insert OnVisits
* action[+]
  * insert HT07
  * insert OnVisits
* action[+]
  * insert HT08
  * insert OnVisits
* action[+]
  * insert HT09
  * insert OnVisits
* action[+]
  * insert HT10
  * insert OnVisits
* action[+]
  * insert HT12
  * insert OnVisits
* action[+]
  * insert HT14
  * insert OnVisits
* action[+]
  * insert PW05
  * insert OnVisits
* action[+]
  * insert PW13
  * insert OnVisits
* action[+]
  * insert OP04
  * insert On(patient-view)
* action[+]
  * insert IN06
  * insert OnVisits
* action[+]
  * insert DO04
  * insert OnVisits
* action[+]
  * insert OD01
  * insert OnVisits
* action[+]
  * insert OD02
  * insert OnVisits
  * insert On(encounter-discharge)
* action[+]
  * insert CT02
  * insert OnVisits
* action[+]
  * insert PR01
  * insert OnVisits
* action[+]
  * insert PA01
  * insert OnVisits
* action[+]
  * insert MH01
  * insert OnVisits
* action[+]
  * insert MH02
  * insert OnVisits
* action[+]
  * insert LB01
  * insert OnVisits
* action[+]
  * insert DQ01(DQ-01 Monitoring)
  * insert OnVisits
  * insert On(encounter-discharge)
* action[+]
  * insert DQ03
  * insert OnVisits
