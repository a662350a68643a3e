Invariant: nal-protocol-condition
Description: "Conditions and computed values of a step name CQL defines, and conditions tell whether the step applies."
Severity: #error
Expression: "repeat(action).all(condition.all(kind = 'applicability' and expression.language = 'text/cql-identifier') and dynamicValue.all(expression.language = 'text/cql-identifier'))"
