Instance: BodyHabitusAssessment
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Choose the needle"
Description: "Judge how thick the tissue over the gluteal muscle is, before each injection: the 1.5 inch needle for most, the 2 inch needle where there is more tissue. If neither reaches the muscle, do not inject."
* insert Activity(body-habitus-assessment, BodyHabitusAssessment, ServiceRequest, [[Choose the needle]], [[Judge how thick the tissue over the gluteal muscle is, before each injection: the 1.5 inch needle for most, the 2 inch needle where there is more tissue. If neither reaches the muscle, do not inject.]])
* insert InjectionLabelAt(relatedArtifact, section 2.1)
* code = $treatment-activity#body-habitus-assessment "Body habitus assessment"
