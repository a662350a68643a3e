Profile: Part2Consent
Parent: Consent
Id: part2-consent
Title: "Consent under 42 CFR Part 2"
Description: "Written consent to disclose records of substance use disorder treatment, with the elements that 42 CFR 2.31 asks for: who, to whom, what, why, until when, signed when."
* insert Metadata
* obeys nal-consent-policy and nal-consent-permit and nal-consent-purpose and nal-consent-recipient and nal-consent-subject-matter and nal-consent-expiry
* scope = $consent-scope#patient-privacy
* patient 1..1
* dateTime 1..1
* performer 1..*
* organization 1..*
* source[x] 1..1
* provision 1..1
