Instance: NaltrexoneStartSafety
InstanceOf: RulePlan
Usage: #definition
Title: "Naltrexone start safety"
Description: "Checks a drafted naltrexone order: is the patient opioid-free for long enough and is that proven, is the liver fit for it, and does the patient need a word of their own: pregnancy, pain, kidneys, mood, allergies, age."
* insert InstanceMetadata(naltrexone-start-safety, PlanDefinition/naltrexone-start-safety)
* name = "NaltrexoneStartSafety"
* title = "Naltrexone start safety"
* description = "Checks a drafted naltrexone order: is the patient opioid-free for long enough and is that proven, is the liver fit for it, and does the patient need a word of their own: pregnancy, pain, kidneys, mood, allergies, age."
* type = $plan-definition-type#eca-rule
* subjectCodeableConcept = http://hl7.org/fhir/resource-types#Patient
* library[+] = "https://fhirnaltrexone.example.org/fhir/Library/WithdrawalRules"
* library[+] = "https://fhirnaltrexone.example.org/fhir/Library/LiverRules"
* library[+] = "https://fhirnaltrexone.example.org/fhir/Library/InjectionRules"
* library[+] = "https://fhirnaltrexone.example.org/fhir/Library/DosingRules"
* library[+] = "https://fhirnaltrexone.example.org/fhir/Library/OverdoseRules"
* library[+] = "https://fhirnaltrexone.example.org/fhir/Library/ContinuityRules"
* library[+] = "https://fhirnaltrexone.example.org/fhir/Library/PopulationRules"
* library[+] = "https://fhirnaltrexone.example.org/fhir/Library/MentalHealthRules"
* library[+] = "https://fhirnaltrexone.example.org/fhir/Library/AllergyRules"
* library[+] = "https://fhirnaltrexone.example.org/fhir/Library/DataQualityRules"
* action[+]
  * insert PW01
  * insert OnOrders
* action[+]
  * insert PW02
  * insert OnOrders
* action[+]
  * insert PW03
  * insert OnOrders
* action[+]
  * insert PW04
  * insert OnOrders
* action[+]
  * insert PW05
  * insert OnOrders
* action[+]
  * insert PW06
  * insert OnOrders
* action[+]
  * insert PW07
  * insert OnOrders
* action[+]
  * insert PW08
  * insert OnOrders
* action[+]
  * insert PW09
  * insert OnOrders
* action[+]
  * insert PW10
  * insert OnOrders
* action[+]
  * insert PW11
  * insert OnOrders
* action[+]
  * insert PW12
  * insert OnOrders
* action[+]
  * insert PW13
  * insert OnOrders
* action[+]
  * insert PW14
  * insert On(order-sign)
* action[+]
  * insert PW16
  * insert OnOrders
* action[+]
  * insert PW17
  * insert OnOrders
* action[+]
  * insert HT01
  * insert OnOrders
* action[+]
  * insert HT02
  * insert OnOrders
* action[+]
  * insert HT03
  * insert OnOrders
* action[+]
  * insert HT04
  * insert OnOrders
* action[+]
  * insert HT05
  * insert OnOrders
* action[+]
  * insert HT06
  * insert OnOrders
* action[+]
  * insert HT07
  * insert OnOrders
* action[+]
  * insert HT08
  * insert OnOrders
* action[+]
  * insert HT10
  * insert On(order-sign)
* action[+]
  * insert HT11
  * insert OnOrders
* action[+]
  * insert HT12
  * insert OnOrders
* action[+]
  * insert HT14
  * insert OnOrders
* action[+]
  * insert IN01
  * insert OnOrders
* action[+]
  * insert IN02
  * insert OnOrders
* action[+]
  * insert IN03
  * insert OnOrders
* action[+]
  * insert IN04
  * insert OnOrders
* action[+]
  * insert IN05
  * insert OnOrders
* action[+]
  * insert IN06
  * insert OnOrders
* action[+]
  * insert DO01
  * insert OnOrders
* action[+]
  * insert DO02
  * insert OnOrders
* action[+]
  * insert DO03
  * insert OnOrders
* action[+]
  * insert DO04
  * insert OnOrders
* action[+]
  * insert DO05
  * insert OnOrders
* action[+]
  * insert DI01
  * insert OnOrders
* action[+]
  * insert OD01
  * insert OnOrders
* action[+]
  * insert OD02
  * insert On(order-sign)
* action[+]
  * insert CT01
  * insert On(order-sign)
* action[+]
  * insert CT02
  * insert OnOrders
* action[+]
  * insert PR01
  * insert OnOrders
* action[+]
  * insert PR02
  * insert OnOrders
* action[+]
  * insert PR03
  * insert OnOrders
* action[+]
  * insert PA01
  * insert OnOrders
* action[+]
  * insert PA02
  * insert OnOrders
* action[+]
  * insert RN01
  * insert OnOrders
* action[+]
  * insert MH01
  * insert OnOrders
* action[+]
  * insert MH02
  * insert OnOrders
* action[+]
  * insert AL01
  * insert OnOrders
* action[+]
  * insert AL02
  * insert OnOrders
* action[+]
  * insert AL03
  * insert OnOrders
* action[+]
  * insert AD01
  * insert OnOrders
* action[+]
  * insert AD02
  * insert OnOrders
* action[+]
  * insert LB01
  * insert OnOrders
* action[+]
  * insert DQ01(DQ-01)
  * insert OnOrders
* action[+]
  * insert DQ03
  * insert OnOrders
* action[+]
  * insert DQ04
  * insert OnOrders
