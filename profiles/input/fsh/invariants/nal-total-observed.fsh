Invariant: nal-total-observed
Description: "An item that becomes an observation has a code, or nobody would know what was observed."
Severity: #error
Expression: "item.where(extension('http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-observationExtract').value = true).all(code.exists())"
