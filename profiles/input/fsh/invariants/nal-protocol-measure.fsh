Invariant: nal-protocol-measure
Description: "Every goal says what is measured and until when it is to be reached."
Severity: #error
Expression: "goal.all(target.exists() and target.all(measure.exists() and due.exists()))"
