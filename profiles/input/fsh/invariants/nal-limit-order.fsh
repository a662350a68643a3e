Invariant: nal-limit-order
Description: "The lower limit is not above the upper one of the same unit."
Severity: #error
Expression: "(low.value.exists() and high.value.exists() and low.code = high.code) implies low.value <= high.value"
