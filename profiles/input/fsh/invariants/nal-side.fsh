Invariant: nal-side
Description: "The site of an injection tells the side, left or right, by code or in the text: the next injection goes into the other."
Severity: #error
Expression: "coding.where(system = 'https://fhirnaltrexone.example.org/fhir/CodeSystem/injection-side').exists() or text.where(lower().contains('left') or lower().contains('right')).exists()"
