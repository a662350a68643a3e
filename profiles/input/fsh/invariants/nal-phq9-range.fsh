Invariant: nal-phq9-range
Description: "The total lies between 0 and 27."
Severity: #error
Expression: "value.empty() or (value >= 0 and value <= 27)"
