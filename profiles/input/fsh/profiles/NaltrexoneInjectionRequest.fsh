Profile: NaltrexoneInjectionRequest
Parent: MedicationRequest
Id: naltrexone-injection-request
Title: "Extended-release naltrexone: order"
Description: "Order for the extended-release injection: 380 mg into the gluteal muscle, every four weeks or once a month."
* insert NaltrexoneOrder
* medication[x] from NaltrexoneExtendedRelease (required)
* dosageInstruction.timing.repeat obeys nal-injection-interval
* dosageInstruction.site
  * insert GlutealSite
* dosageInstruction.route 1..1
* dosageInstruction.route = $sct#78421000
* dosageInstruction.doseAndRate 1..1
* dosageInstruction.doseAndRate.dose[x] 1..1
* dosageInstruction.doseAndRate.dose[x] ^patternQuantity.value = 380
* dosageInstruction.doseAndRate.dose[x] ^patternQuantity.system = "http://unitsofmeasure.org"
* dosageInstruction.doseAndRate.dose[x] ^patternQuantity.code = #mg
