Instance: TriggerMapTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Name triggers and a plan for each"
Description: "Places and people, moods, pain: what brings craving on, what to avoid, what to do instead, whom to call."
* insert Activity(trigger-map-task, TriggerMapTask, Task, [[Name triggers and a plan for each]], [[Places and people, moods, pain: what brings craving on, what to avoid, what to do instead, whom to call.]])
* code.text = "Name triggers and a plan for each"
