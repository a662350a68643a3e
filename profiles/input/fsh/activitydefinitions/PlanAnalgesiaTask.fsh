Instance: PlanAnalgesiaTask
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Plan analgesia without opioids"
Description: "Agree with anesthesia on regional and non-opioid analgesia, on the timing of the last naltrexone dose, and on the opioid-free interval before it is restarted."
* insert InstanceMetadata(plan-analgesia-task, ActivityDefinition/plan-analgesia-task)
* name = "PlanAnalgesiaTask"
* title = "Plan analgesia without opioids"
* description = "Agree with anesthesia on regional and non-opioid analgesia, on the timing of the last naltrexone dose, and on the opioid-free interval before it is restarted."
* kind = #Task
* intent = #order
* priority = #routine
* code.text = "Plan analgesia without opioids"
