Instance: MindfulnessRelapsePrevention
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Mindfulness-based relapse prevention"
Description: "Mindfulness practice joined with relapse prevention."
* insert Activity(mindfulness-relapse-prevention, MindfulnessRelapsePrevention, ServiceRequest, [[Mindfulness-based relapse prevention]], [[Mindfulness practice joined with relapse prevention.]])
* code = $treatment-activity#mindfulness-relapse-prevention "Mindfulness-based relapse prevention"
