Invariant: nal-not-given
Description: "An injection that was not given says why."
Severity: #error
Expression: "status = 'not-done' implies statusReason.exists()"
