Instance: TeachLostTolerance
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Teaching: Tolerance is lost"
Description: "Your body no longer tolerates opioids. An amount you once took can kill you: above all at the end of an interval, after a missed dose and after stopping."
* insert Activity(teach-lost-tolerance, TeachLostTolerance, CommunicationRequest, [[Teaching: Tolerance is lost]], [[Your body no longer tolerates opioids. An amount you once took can kill you: above all at the end of an interval, after a missed dose and after stopping.]])
* insert SaysItsDescription
* code = $education-topic#lost-tolerance "Tolerance is lost"
