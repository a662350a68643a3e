Instance: TeachTakingReliably
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Teaching: Taking it reliably"
Description: "It works only while it is in you. Choose a fixed time, use reminders, keep the day of the injection. If you miss a dose, call us before you take the next."
* insert Activity(teach-taking-it-reliably, TeachTakingReliably, CommunicationRequest, [[Teaching: Taking it reliably]], [[It works only while it is in you. Choose a fixed time, use reminders, keep the day of the injection. If you miss a dose, call us before you take the next.]])
* insert SaysItsDescription
* code = $education-topic#taking-it-reliably "Taking it reliably"
