Instance: RelapsePreventionProgram
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Relapse prevention programme"
Description: "Triggers, warning signs, skills, a written plan."
* insert Activity(relapse-prevention-program, RelapsePreventionProgram, ServiceRequest, [[Relapse prevention programme]], [[Triggers, warning signs, skills, a written plan.]])
* insert SnomedNotice
* code = $sct#720177001 "Drug relapse prevention program"
