Profile: NaltrexoneInjection
Parent: MedicationAdministration
Id: naltrexone-injection
Title: "Extended-release naltrexone: injection given"
Description: "One injection of 380 mg given into a gluteal muscle, with the side: the next one goes into the other. Only an administration counts as a dose of the injection; an order does not."
* insert Metadata
* obeys nal-not-given
* obeys nal-dosage-told
* status MS
* medication[x] only CodeableConcept
* medication[x] from NaltrexoneExtendedRelease (required)
* medication[x] MS
* subject only Reference(Patient)
* subject MS
* effective[x] only dateTime
* effective[x] MS
* dosage MS
* dosage.site 1..1
* dosage.site obeys nal-side
* dosage.site
  * insert GlutealSite
* dosage.route 1..1 MS
* dosage.route = $sct#78421000
* dosage.dose 1..1
* dosage.dose ^patternQuantity.value = 380
* dosage.dose ^patternQuantity.system = "http://unitsofmeasure.org"
* dosage.dose ^patternQuantity.code = #mg
