Invariant: nal-guidance-failure
Description: "Guidance that failed says what went wrong."
Severity: #error
Expression: "status = 'failure' implies (evaluationMessage.exists() or note.exists())"
