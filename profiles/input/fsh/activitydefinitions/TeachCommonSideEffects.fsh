Instance: TeachCommonSideEffects
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Teaching: Common side effects"
Description: "Nausea, headache, tiredness, poor sleep, dizziness, aching joints and a sore injection site are common at first and mostly pass. Tell us: there is help for each."
* insert Activity(teach-common-side-effects, TeachCommonSideEffects, CommunicationRequest, [[Teaching: Common side effects]], [[Nausea, headache, tiredness, poor sleep, dizziness, aching joints and a sore injection site are common at first and mostly pass. Tell us: there is help for each.]])
* insert SaysItsDescription
* code = $education-topic#common-side-effects "Common side effects"
