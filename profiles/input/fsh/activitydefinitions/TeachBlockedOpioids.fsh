Instance: TeachBlockedOpioids
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Teaching: Opioids are blocked"
Description: "Opioids will not work, not even for pain or cough. Never try to overcome the block with more: people have died of it."
* insert Activity(teach-blocked-opioids, TeachBlockedOpioids, CommunicationRequest, [[Teaching: Opioids are blocked]], [[Opioids will not work, not even for pain or cough. Never try to overcome the block with more: people have died of it.]])
* insert SaysItsDescription
* code = $education-topic#blocked-opioids "Opioids are blocked"
