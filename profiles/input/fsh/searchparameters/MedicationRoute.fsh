Instance: MedicationRoute
InstanceOf: SearchParameter
Usage: #definition
Title: "Route of a medication"
Description: "How a medication is given: finds injections into the muscle among orders, administrations, dispenses and statements."
* insert InstanceMetadata(medication-route, SearchParameter/medication-route)
* name = "MedicationRoute"
* description = "How a medication is given: finds injections into the muscle among orders, administrations, dispenses and statements."
* code = #route
* base[+] = #MedicationRequest
* base[+] = #MedicationAdministration
* base[+] = #MedicationDispense
* base[+] = #MedicationStatement
* type = #token
* expression = "MedicationRequest.dosageInstruction.route | MedicationAdministration.dosage.route | MedicationDispense.dosageInstruction.route | MedicationStatement.dosage.route"
