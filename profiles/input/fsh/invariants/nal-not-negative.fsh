Invariant: nal-not-negative
Description: "The amount is not below zero."
Severity: #error
Expression: "value.empty() or value >= 0"
