// What a requirement asks for: each with the level that it is asked with. R4 allows the level on interactions and parameters, not on resource
// types and their operations: those are asked for wherever they are listed.
RuleSet: Expect(level)
* extension.url = "http://hl7.org/fhir/StructureDefinition/capabilitystatement-expectation"
* extension.valueCode = #{level}

RuleSet: Interaction(level, code)
* interaction[+]
  * insert Expect({level})
  * code = #{code}

RuleSet: Parameter(level, name, type)
* searchParam[+]
  * insert Expect({level})
  * name = "{name}"
  * type = #{type}

RuleSet: OwnParameter(level, name, type, definition)
* searchParam[+]
  * insert Expect({level})
  * name = "{name}"
  * type = #{type}
  * definition = "https://fhirnaltrexone.example.org/fhir/SearchParameter/{definition}"

RuleSet: Operation(name, definition)
* operation[+]
  * name = "{name}"
  * definition = "{definition}"

// A resource type that an EHR answers searches on.
RuleSet: PatientData(type)
* rest[=].resource[+]
  * type = #{type}
  * insert Interaction(SHALL, search-type)
  * insert Interaction(SHOULD, read)
  * insert Parameter(SHALL, patient, reference)

// A resource type that a server keeps completely.
RuleSet: Kept(type)
* rest[=].resource[+]
  * type = #{type}
  * versioning = #versioned-update
  * insert Interaction(SHALL, read)
  * insert Interaction(SHALL, vread)
  * insert Interaction(SHALL, create)
  * insert Interaction(SHALL, update)
  * insert Interaction(SHALL, delete)
  * insert Interaction(SHALL, history-instance)
  * insert Interaction(SHALL, search-type)
  * insert Interaction(SHOULD, patch)

// A resource type that a repository hands out by its canonical address.
RuleSet: Published(type)
* rest[=].resource[+]
  * type = #{type}
  * insert Interaction(SHALL, read)
  * insert Interaction(SHALL, search-type)
  * insert Parameter(SHALL, url, uri)
  * insert Parameter(SHALL, version, token)
  * insert Parameter(SHALL, status, token)
  * insert Parameter(SHOULD, name, string)
  * insert Parameter(SHOULD, title, string)

RuleSet: Requirements
* kind = #requirements
* date = "2026-11-28"
* fhirVersion = #4.0.1
* format[+] = #application/fhir+json
