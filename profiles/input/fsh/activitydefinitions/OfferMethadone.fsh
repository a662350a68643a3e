Instance: OfferMethadone
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Offer methadone"
Description: "At a low dose, not before the date given, by a programme that may give it."
* insert Activity(offer-methadone, OfferMethadone, ServiceRequest, [[Offer methadone]], [[At a low dose, not before the date given, by a programme that may give it.]])
* insert SnomedNotice
* code = $sct#310653000 "Drug addiction therapy - methadone (regime/therapy)"
