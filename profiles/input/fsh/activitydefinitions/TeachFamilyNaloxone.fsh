Instance: TeachFamilyNaloxone
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Teaching: Family and naloxone"
Description: "Let family and friends know that you take naltrexone, where the naloxone is and how to use it. In doubt give it and call emergency services."
* insert Activity(teach-family-and-naloxone, TeachFamilyNaloxone, CommunicationRequest, [[Teaching: Family and naloxone]], [[Let family and friends know that you take naltrexone, where the naloxone is and how to use it. In doubt give it and call emergency services.]])
* insert SaysItsDescription
* code = $education-topic#family-and-naloxone "Family and naloxone"
