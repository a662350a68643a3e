Instance: OfferBuprenorphine
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Offer buprenorphine"
Description: "At a low dose, not before the date given."
* insert Activity(offer-buprenorphine, OfferBuprenorphine, ServiceRequest, [[Offer buprenorphine]], [[At a low dose, not before the date given.]])
* insert SnomedNotice
* code = $sct#792901003 "Drug addiction therapy using buprenorphine (regime/therapy)"
