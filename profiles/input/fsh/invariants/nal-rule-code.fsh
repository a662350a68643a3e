Invariant: nal-rule-code
Description: "Every rule has exactly one code of the rule code system."
Severity: #error
Expression: "action.all(code.coding.where(system = 'https://fhirnaltrexone.example.org/fhir/CodeSystem/naltrexone-rules').count() = 1)"
