Instance: RapidStartConsentTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Agree on a supervised rapid start"
Description: "Bed with continuous supervision, staff trained for precipitated withdrawal, written procedure of the unit, informed consent, nobody pregnant, no anaesthesia. Without all of these take the standard way."
* insert Activity(rapid-start-consent-task, RapidStartConsentTask, Task, [[Agree on a supervised rapid start]], [[Bed with continuous supervision, staff trained for precipitated withdrawal, written procedure of the unit, informed consent, nobody pregnant, no anaesthesia. Without all of these take the standard way.]])
* code.text = "Agree on a supervised rapid start"
* priority = #urgent
