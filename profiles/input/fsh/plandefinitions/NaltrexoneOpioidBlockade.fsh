Instance: NaltrexoneOpioidBlockade
InstanceOf: RulePlan
Usage: #definition
Title: "Opioids and procedures while naltrexone acts"
Description: "Checks a drafted opioid, and a planned procedure, against the last dose of naltrexone."
* insert InstanceMetadata(naltrexone-opioid-blockade, PlanDefinition/naltrexone-opioid-blockade)
* name = "NaltrexoneOpioidBlockade"
* title = "Opioids and procedures while naltrexone acts"
* description = "Checks a drafted opioid, and a planned procedure, against the last dose of naltrexone."
* type = $plan-definition-type#eca-rule
* subjectCodeableConcept = http://hl7.org/fhir/resource-types#Patient
* library[+] = "https://fhirnaltrexone.example.org/fhir/Library/OpioidBlockadeRules"
* library[+] = "https://fhirnaltrexone.example.org/fhir/Library/AllergyRules"
* library[+] = "https://fhirnaltrexone.example.org/fhir/Library/DataQualityRules"
* action[+]
  * insert OP01
  * insert OnOrders
* action[+]
  * insert OP02
  * insert OnOrders
* action[+]
  * insert OP03
  * insert OnOrders
* action[+]
  * insert OP04
  * insert On(order-sign)
  * insert On(appointment-book)
* action[+]
  * insert OP05
  * insert OnOrders
* action[+]
  * insert OP07
  * insert OnOrders
* action[+]
  * insert DQ01(DQ-01 Blockade)
  * insert OnOrders
  * insert On(appointment-book)
