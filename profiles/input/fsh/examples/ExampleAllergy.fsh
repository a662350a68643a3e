Instance: ExampleAllergy
InstanceOf: NaltrexoneAllergy
Usage: #example
Title: "Allergy to naltrexone"
Description: "Rash after a tablet."
* id = "example-allergy"
* clinicalStatus = $allergy-clinical#active "Active"
* verificationStatus = $allergy-verification#confirmed "Confirmed"
* type = #allergy
* category = #medication
* code = $rxnorm#7243 "Naltrexone"
* patient = Reference(ExamplePatient)
* reaction.manifestation.text = "Rash"
