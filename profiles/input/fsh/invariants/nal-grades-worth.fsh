Invariant: nal-grades-worth
Description: "Each grade of a choice says what it is worth, as ordinalValue: a grade without would count as nothing."
Severity: #error
Expression: "item.where(type = 'choice').answerOption.all(value.extension('http://hl7.org/fhir/StructureDefinition/ordinalValue').value.exists())"
