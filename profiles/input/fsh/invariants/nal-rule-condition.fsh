Invariant: nal-rule-condition
Description: "Every rule has a condition of applicability that names a CQL define."
Severity: #error
Expression: "action.all(condition.exists() and condition.all(kind = 'applicability' and expression.language = 'text/cql-identifier' and expression.expression.exists()))"
