Instance: GuardianConsentTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Consent and care for a minor"
Description: "Consent of a guardian as state law asks, family involved, a programme for young people; use under 18 is off label."
* insert Activity(guardian-consent-task, GuardianConsentTask, Task, [[Consent and care for a minor]], [[Consent of a guardian as state law asks, family involved, a programme for young people; use under 18 is off label.]])
* code.text = "Consent and care for a minor"
* priority = #urgent
