Instance: RepeatChallengeTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Repeat the challenge after a day"
Description: "Treat the withdrawal, give no naltrexone, and repeat the challenge after 24 hours or more."
* insert Activity(repeat-challenge-task, RepeatChallengeTask, Task, [[Repeat the challenge after a day]], [[Treat the withdrawal, give no naltrexone, and repeat the challenge after 24 hours or more.]])
* insert EuropeanProfile(relatedArtifact, [[section 4.2, repeat next day with 1.6 mg]])
* code.text = "Repeat the challenge after a day"
* priority = #urgent
