Instance: TeachStopping
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Teaching: Stopping naltrexone"
Description: "You can stop without a taper. But then nothing protects you and your tolerance is gone. Talk with us first, keep naloxone, and ask about methadone or buprenorphine."
* insert Activity(teach-stopping, TeachStopping, CommunicationRequest, [[Teaching: Stopping naltrexone]], [[You can stop without a taper. But then nothing protects you and your tolerance is gone. Talk with us first, keep naloxone, and ask about methadone or buprenorphine.]])
* insert SaysItsDescription
* code = $education-topic#stopping "Stopping naltrexone"
