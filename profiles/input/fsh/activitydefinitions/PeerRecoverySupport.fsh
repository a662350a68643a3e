Instance: PeerRecoverySupport
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Peer recovery support"
Description: "Recovery coach or group of people with the same experience."
* insert Activity(peer-recovery-support, PeerRecoverySupport, ServiceRequest, [[Peer recovery support]], [[Recovery coach or group of people with the same experience.]])
* code = $treatment-activity#peer-recovery-support "Peer recovery support"
