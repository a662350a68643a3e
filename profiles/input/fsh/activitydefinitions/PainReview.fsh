Instance: PainReview
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Pain without opioids"
Description: "Plan for pain without opioids, with a pain specialist where needed."
* insert Activity(pain-review, PainReview, ServiceRequest, [[Pain without opioids]], [[Plan for pain without opioids, with a pain specialist where needed.]])
* insert SnomedNotice
* code = $sct#225782006 "Pain control (procedure)"
