Instance: TeachHowItWorks
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Teaching: How naltrexone works"
Description: "Naltrexone sits where opioids act and keeps them from working. It makes no high and no dependence. It helps most together with support. It does not treat pain or withdrawal."
* insert Activity(teach-how-it-works, TeachHowItWorks, CommunicationRequest, [[Teaching: How naltrexone works]], [[Naltrexone sits where opioids act and keeps them from working. It makes no high and no dependence. It helps most together with support. It does not treat pain or withdrawal.]])
* insert SaysItsDescription
* code = $education-topic#how-it-works "How naltrexone works"
