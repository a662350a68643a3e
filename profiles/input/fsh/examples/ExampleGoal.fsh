Instance: ExampleGoal
InstanceOf: NaltrexoneGoal
Usage: #example
Title: "Goal: abstinence"
Description: "No opioid while naltrexone is taken."
* id = "example-goal"
* lifecycleStatus = #active
* achievementStatus = $goal-achievement#in-progress "In Progress"
* description = $treatment-goal#opioid-abstinence "Abstinence from opioids"
* insert OfExample
* startDate = "2026-11-22"
* addresses = Reference(ExampleDisorder)
