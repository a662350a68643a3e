Instance: ObstetricReview
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Obstetric and addiction review"
Description: "Joint review by obstetrics and addiction medicine."
* insert Activity(obstetric-review, ObstetricReview, ServiceRequest, [[Obstetric and addiction review]], [[Joint review by obstetrics and addiction medicine.]])
* code = $treatment-activity#obstetric-review "Obstetric and addiction review"
