Invariant: nal-authored
Description: "An order that is no draft says when it was written and by whom."
Severity: #error
Expression: "status = 'draft' or (authoredOn.exists() and requester.exists())"
