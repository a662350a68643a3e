Instance: DepressionScreen
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Mood (PHQ-9)"
Description: "Nine questions on mood, the ninth on thoughts of death and self-harm. A positive ninth answer asks for a suicide risk assessment on the same day."
* insert Activity(depression-screen, DepressionScreen, ServiceRequest, [[Mood (PHQ-9)]], [[Nine questions on mood, the ninth on thoughts of death and self-harm. A positive ninth answer asks for a suicide risk assessment on the same day.]])
* insert LoincNotice
* insert InjectionLabelAt(relatedArtifact, section 5.5)
* code = $loinc#44249-1 "PHQ-9 quick depression assessment panel [Reported.PHQ]"
