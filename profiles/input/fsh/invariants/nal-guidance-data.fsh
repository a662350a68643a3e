Invariant: nal-guidance-data
Description: "Guidance that needs more data says which."
Severity: #error
Expression: "status = 'data-required' implies dataRequirement.exists()"
