Invariant: nal-dose-positive
Description: "A dose has a number, which is more than nothing."
Severity: #error
Expression: "value.exists() and value > 0"
