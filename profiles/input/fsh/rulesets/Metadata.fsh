// What every published artifact carries.
RuleSet: Metadata
* ^version = "0.1.0"
* ^status = #draft
* ^experimental = false
* ^publisher = "FhirNaltrexone"
* ^jurisdiction = $country#US

// The same for instances, whose elements are set without a caret.
RuleSet: InstanceMetadata(id, name)
* id = "{id}"
* url = "https://fhirnaltrexone.example.org/fhir/{name}"
* version = "0.1.0"
* status = #draft
* experimental = false
* publisher = "FhirNaltrexone"
* jurisdiction = $country#US
