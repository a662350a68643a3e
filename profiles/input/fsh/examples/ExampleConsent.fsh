Instance: ExampleConsent
InstanceOf: Part2Consent
Usage: #example
Title: "Consent to disclose"
Description: "One consent for treatment, payment and operations; may be revoked at any time in writing, as its source says."
* id = "example-consent"
* status = #active
* scope = $consent-scope#patient-privacy "Privacy Consent"
* category = $loinc#59284-0 "Patient Consent"
* patient = Reference(ExamplePatient)
* dateTime = "2026-11-10T11:00:00-05:00"
* performer = Reference(ExamplePatient)
* organization = Reference(ExampleClinic)
* sourceAttachment.contentType = #application/pdf
* sourceAttachment.url = "https://fhirnaltrexone.example.org/consents/example-1.pdf"
* sourceAttachment.title = "Signed consent"
* policy.authority = "https://www.hhs.gov"
* policy.uri = "https://www.ecfr.gov/current/title-42/part-2"
* provision.type = #permit
* provision.period.start = "2026-11-10"
* provision.period.end = "2027-11-10"
* provision.actor[+].role = $participation#IRCP "information recipient"
* provision.actor[=].reference.identifier.system = "https://fhirnaltrexone.example.org/fhir/sid/recipient-class"
* provision.actor[=].reference.identifier.value = "treating-providers"
* provision.actor[=].reference.display = "My treating providers"
* provision.actor[+].role = $participation#IRCP "information recipient"
* provision.actor[=].reference.identifier.system = "https://fhirnaltrexone.example.org/fhir/sid/recipient-class"
* provision.actor[=].reference.identifier.value = "payers"
* provision.actor[=].reference.display = "My health plans and third-party payers"
* provision.actor[+].role = $participation#IRCP "information recipient"
* provision.actor[=].reference.identifier.system = "https://fhirnaltrexone.example.org/fhir/sid/recipient-class"
* provision.actor[=].reference.identifier.value = "operations"
* provision.actor[=].reference.display = "People who help to operate the programme"
* provision.securityLabel = $act-code#SUD "substance use disorder information sensitivity"
* provision.purpose[+] = $act-reason#TREAT "treatment"
* provision.purpose[+] = $act-reason#HPAYMT "healthcare payment"
* provision.purpose[+] = $act-reason#HOPERAT "healthcare operations"
