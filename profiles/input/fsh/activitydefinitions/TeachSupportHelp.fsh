Instance: TeachSupportHelp
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Teaching: Support and help"
Description: "Groups such as Narcotics Anonymous or SMART Recovery, a recovery coach, reputable online groups and a helpline that answers day and night: ask us for those near you."
* insert Activity(teach-support-and-help, TeachSupportHelp, CommunicationRequest, [[Teaching: Support and help]], [[Groups such as Narcotics Anonymous or SMART Recovery, a recovery coach, reputable online groups and a helpline that answers day and night: ask us for those near you.]])
* insert SaysItsDescription
* code = $education-topic#support-and-help "Support and help"
