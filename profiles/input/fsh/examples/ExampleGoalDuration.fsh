Instance: ExampleGoalDuration
InstanceOf: NaltrexoneGoal
Usage: #example
Title: "Goal: length of treatment"
Description: "Treatment until an agreed day."
* id = "example-goal-duration"
* lifecycleStatus = #active
* description = $treatment-goal#treatment-duration "Planned length of treatment"
* insert OfExample
* target.dueDate = "2027-05-23"
