Instance: IntegratedCareTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "One plan with mental health care"
Description: "Treat both together, look at interactions, meet more often, PHQ-9 at each visit."
* insert Activity(integrated-care-task, IntegratedCareTask, Task, [[One plan with mental health care]], [[Treat both together, look at interactions, meet more often, PHQ-9 at each visit.]])
* code.text = "One plan with mental health care"
