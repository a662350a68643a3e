Invariant: nal-dosage-told
Description: "An injection tells its dosage, unless it was not given."
Severity: #error
Expression: "status = 'not-done' or dosage.exists()"
