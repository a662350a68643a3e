Instance: Acupuncture
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Acupuncture"
Description: "Where the patient wishes it; the guide names it for craving and withdrawal, no study was read."
* insert Activity(acupuncture, Acupuncture, ServiceRequest, [[Acupuncture]], [[Where the patient wishes it; the guide names it for craving and withdrawal, no study was read.]])
* insert SnomedNotice
* code = $sct#44868003 "Acupuncture (procedure)"
