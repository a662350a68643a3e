Invariant: nal-outcome-told
Description: "A test that counts tells its outcome by value or interpretation, or why there is none."
Severity: #error
Expression: "(status = 'final' or status = 'amended' or status = 'corrected') implies (value.exists() or interpretation.exists() or dataAbsentReason.exists())"
