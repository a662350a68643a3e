Invariant: nal-consent-subject-matter
Description: "The consent tells what may be disclosed, by security label, class, code or record."
Severity: #error
Expression: "provision.all(securityLabel.exists() or class.exists() or code.exists() or data.exists())"
