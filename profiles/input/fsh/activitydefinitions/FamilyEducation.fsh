Instance: FamilyEducation
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Family education"
Description: "Teaching of family and friends, with the consent of the patient."
* insert Activity(family-education, FamilyEducation, ServiceRequest, [[Family education]], [[Teaching of family and friends, with the consent of the patient.]])
* code = $treatment-activity#family-education "Family education"
