Instance: Counselling
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Counselling"
Description: "Weekly talk on substance use, goals and daily life. Offered, never a precondition for medicine."
* insert Activity(counselling, Counselling, ServiceRequest, [[Counselling]], [[Weekly talk on substance use, goals and daily life. Offered, never a precondition for medicine.]])
* insert SnomedNotice
* code = $sct#313071005 "Substance abuse counseling"
