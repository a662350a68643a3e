Instance: AdherenceReview
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Review of doses taken"
Description: "Ask for doses missed since the last visit, without reproach; count tablets or look at the injection dates; agree on what would help."
* insert Activity(adherence-review, AdherenceReview, ServiceRequest, [[Review of doses taken]], [[Ask for doses missed since the last visit, without reproach; count tablets or look at the injection dates; agree on what would help.]])
* insert SnomedNotice
* code = $sct#713116003 "Monitoring adherence to medication regime (regime/therapy)"
