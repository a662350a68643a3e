Invariant: nal-consent-recipient
Description: "The consent names a recipient, by name or as a class."
Severity: #error
Expression: "provision.all(actor.where(role.coding.where(system = 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType' and code = 'IRCP').exists()).exists())"
