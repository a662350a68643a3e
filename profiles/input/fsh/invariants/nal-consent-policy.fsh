Invariant: nal-consent-policy
Description: "The consent stands under 42 CFR Part 2, by the address of the regulation or by its code."
Severity: #error
Expression: "policy.where(uri.startsWith('https://www.ecfr.gov/current/title-42') and uri.contains('part-2')).exists() or policyRule.coding.where(code = '42CFRPart2').exists()"
