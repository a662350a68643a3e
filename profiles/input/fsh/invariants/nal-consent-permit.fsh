Invariant: nal-consent-permit
Description: "The consent permits: a refusal is no consent under Part 2."
Severity: #error
Expression: "provision.all(type = 'permit')"
