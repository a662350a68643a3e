Instance: TeachMedicalAlert
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Teaching: Medical alert"
Description: "Carry a card or bracelet that says naltrexone, and tell every doctor, dentist and pharmacist. Pain after an accident or surgery can be treated, but in another way."
* insert Activity(teach-medical-alert, TeachMedicalAlert, CommunicationRequest, [[Teaching: Medical alert]], [[Carry a card or bracelet that says naltrexone, and tell every doctor, dentist and pharmacist. Pain after an accident or surgery can be treated, but in another way.]])
* insert SaysItsDescription
* code = $education-topic#medical-alert "Medical alert"
