Instance: TreatmentReviewTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Review of treatment"
Description: "Abstinence, doses, side effects, mood, liver, quality of life, cost; go on or end: decide together."
* insert Activity(treatment-review-task, TreatmentReviewTask, Task, [[Review of treatment]], [[Abstinence, doses, side effects, mood, liver, quality of life, cost; go on or end: decide together.]])
* code.text = "Review of treatment"
