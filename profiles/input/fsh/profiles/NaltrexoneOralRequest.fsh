Profile: NaltrexoneOralRequest
Parent: MedicationRequest
Id: naltrexone-oral-request
Title: "Naltrexone by mouth: order"
Description: "Order for naltrexone tablets: a draft that the start-safety service judges, or an order on the chart that tells of a treatment. Planned start, doses in milligrams, by mouth."
* insert NaltrexoneOrder
* medication[x] from NaltrexoneOralProducts (required)
* dosageInstruction.route = $sct#26643006
* dosageInstruction.doseAndRate.dose[x] obeys nal-dose-positive
* dosageInstruction.doseAndRate.dose[x] ^patternQuantity.system = "http://unitsofmeasure.org"
* dosageInstruction.doseAndRate.dose[x] ^patternQuantity.code = #mg
