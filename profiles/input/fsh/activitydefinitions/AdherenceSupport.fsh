Instance: AdherenceSupport
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Support for taking doses"
Description: "Reminders, supervised doses, a fixed day, help of family."
* insert Activity(adherence-support, AdherenceSupport, ServiceRequest, [[Support for taking doses]], [[Reminders, supervised doses, a fixed day, help of family.]])
* insert SnomedNotice
* code = $sct#710152003 "Promotion of adherence to medication (procedure)"
