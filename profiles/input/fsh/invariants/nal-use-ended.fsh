Invariant: nal-use-ended
Description: "A use that is over says when it ended: without the end nobody knows how long the patient has been free of opioids."
Severity: #error
Expression: "(status = 'completed' or status = 'stopped') implies (effective.ofType(dateTime).exists() or effective.ofType(Period).end.exists())"
