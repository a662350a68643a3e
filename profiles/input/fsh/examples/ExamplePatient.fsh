Instance: ExamplePatient
InstanceOf: NaltrexonePatient
Usage: #example
Title: "Patient"
Description: "A person who does not exist, in whose record the other examples stand."
* id = "example-patient"
* identifier.system = "https://fhirnaltrexone.example.org/test-identifier"
* identifier.value = "example-1"
* active = true
* name.family = "Rivera"
* name.given = "Sam"
* gender = #female
* birthDate = "1991-01-15"
