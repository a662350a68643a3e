Instance: KidneyCautionTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Weigh naltrexone and kidney disease"
Description: "Caution in moderate to severe impairment; the EU profile contraindicates it in severe. Ask nephrology."
* insert Activity(kidney-caution-task, KidneyCautionTask, Task, [[Weigh naltrexone and kidney disease]], [[Caution in moderate to severe impairment; the EU profile contraindicates it in severe. Ask nephrology.]])
* code.text = "Weigh naltrexone and kidney disease"
* priority = #urgent
