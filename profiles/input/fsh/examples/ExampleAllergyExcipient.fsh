Instance: ExampleAllergyExcipient
InstanceOf: NaltrexoneAllergy
Usage: #example
Title: "Allergy to a part of the injection"
Description: "Carboxymethylcellulose has no verified code: the text tells it."
* id = "example-allergy-excipient"
* clinicalStatus = $allergy-clinical#active "Active"
* verificationStatus = $allergy-verification#confirmed "Confirmed"
* category = #medication
* code.text = "carboxymethylcellulose"
* patient = Reference(ExamplePatient)
