Instance: PlateletCount
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Platelet count"
Description: "Before an injection into muscle, when bleeding is a concern."
* insert Activity(platelet-count, PlateletCount, ServiceRequest, [[Platelet count]], [[Before an injection into muscle, when bleeding is a concern.]])
* insert LoincNotice
* code = $loinc#777-3 "Platelets [#/volume] in Blood by Automated count"
