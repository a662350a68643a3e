Invariant: nal-value-or-reason
Description: "A challenge that was done has an outcome, or a reason why there is none."
Severity: #error
Expression: "(status = 'final' or status = 'amended' or status = 'corrected') implies (value.exists() or dataAbsentReason.exists())"
