Instance: BridgeClonidine
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Clonidine for withdrawal"
Description: "Where lofexidine cannot be had. No source read gives a dose: the prescriber sets it and watches blood pressure and pulse."
* insert Activity(bridge-clonidine, BridgeClonidine, MedicationRequest, [[Clonidine for withdrawal]], [[Where lofexidine cannot be had. No source read gives a dose: the prescriber sets it and watches blood pressure and pulse.]])
* insert RxNormSnomedNotice
* insert WithdrawalReview(relatedArtifact)
* productCodeableConcept = $rxnorm#2599 "Clonidine"
* dosage[+].text = "As needed for withdrawal; dose by the prescriber, with blood pressure and pulse before each dose."
* dosage[=].asNeededBoolean = true
