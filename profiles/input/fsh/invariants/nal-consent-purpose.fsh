Invariant: nal-consent-purpose
Description: "The consent names at least one purpose."
Severity: #error
Expression: "provision.all(purpose.exists())"
