Instance: VocationalTraining
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Vocational training"
Description: "Help to learn for, find and keep work."
* insert Activity(vocational-training, VocationalTraining, ServiceRequest, [[Vocational training]], [[Help to learn for, find and keep work.]])
* code = $treatment-activity#vocational-training "Vocational training"
