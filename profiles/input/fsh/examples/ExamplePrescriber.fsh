Instance: ExamplePrescriber
InstanceOf: Practitioner
Usage: #example
Title: "Prescriber"
Description: "The one who orders and gives naltrexone in the examples."
* id = "example-prescriber"
* identifier.system = "https://fhirnaltrexone.example.org/test-identifier"
* identifier.value = "prescriber-1"
* name.family = "Okafor"
* name.given = "Ada"
