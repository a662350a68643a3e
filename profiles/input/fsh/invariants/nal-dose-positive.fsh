Invariant: nal-dose-positive
Description: "A dose is more than nothing."
Severity: #error
Expression: "value > 0"
