Instance: TeachWarningSigns
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Teaching: Warning signs"
Description: "Call at once for dark urine, yellow eyes or skin, belly pain for days, low mood or thoughts of harming yourself, breathlessness, swelling of the face, or an injection site that gets worse."
* insert Activity(teach-warning-signs, TeachWarningSigns, CommunicationRequest, [[Teaching: Warning signs]], [[Call at once for dark urine, yellow eyes or skin, belly pain for days, low mood or thoughts of harming yourself, breathlessness, swelling of the face, or an injection site that gets worse.]])
* insert SaysItsDescription
* code = $education-topic#warning-signs "Warning signs"
