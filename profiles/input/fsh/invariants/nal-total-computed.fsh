Invariant: nal-total-computed
Description: "There is one total that is computed, and it is read-only: nobody types in another one."
Severity: #error
Expression: "item.where(extension('http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression').exists()).count() = 1 and item.where(extension('http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression').exists()).all(readOnly = true)"
