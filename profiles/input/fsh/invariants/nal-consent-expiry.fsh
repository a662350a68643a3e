Invariant: nal-consent-expiry
Description: "The consent says when it ends."
Severity: #error
Expression: "provision.all(period.end.exists())"
