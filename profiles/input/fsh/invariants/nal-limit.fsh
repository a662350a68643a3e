Invariant: nal-limit
Description: "A result with a number carries the upper limit of the laboratory that made it, as a number with a unit."
Severity: #error
Expression: "value.exists() implies referenceRange.where(high.value.exists() and high.code.exists()).exists()"
