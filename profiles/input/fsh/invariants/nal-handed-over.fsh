Invariant: nal-handed-over
Description: "A completed dispense says when it was handed over."
Severity: #error
Expression: "status = 'completed' implies whenHandedOver.exists()"
