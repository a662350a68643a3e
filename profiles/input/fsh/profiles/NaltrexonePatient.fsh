Profile: NaltrexonePatient
Parent: Patient
Id: naltrexone-patient
Title: "Patient"
Description: "The patient as far as naltrexone treatment needs it. The rules read the id alone: age and sex are for those who look at the record."
* insert Metadata
* obeys nal-birth
* identifier 1..*
* identifier.system 1..1
* identifier.value 1..1
* name 1..*
* gender 1..1
* birthDate 1..1
