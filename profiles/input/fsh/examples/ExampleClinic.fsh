Instance: ExampleClinic
InstanceOf: Organization
Usage: #example
Title: "Treatment programme"
Description: "The programme that treats the patient of the examples."
* id = "example-clinic"
* active = true
* name = "Riverside Recovery Programme"
