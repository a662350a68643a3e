Instance: TeachBeforeFirstDose
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Teaching: Before the first dose"
Description: "Take no opioid before the first dose: 7 to 10 days after short-acting ones, 14 days after methadone, buprenorphine or regular fentanyl, longer after a depot. Cough and diarrhoea medicines, tramadol and kratom count. Tell us what you took: too early means severe withdrawal."
* insert Activity(teach-before-the-first-dose, TeachBeforeFirstDose, CommunicationRequest, [[Teaching: Before the first dose]], [[Take no opioid before the first dose: 7 to 10 days after short-acting ones, 14 days after methadone, buprenorphine or regular fentanyl, longer after a depot. Cough and diarrhoea medicines, tramadol and kratom count. Tell us what you took: too early means severe withdrawal.]])
* insert SaysItsDescription
* code = $education-topic#before-the-first-dose "Before the first dose"
