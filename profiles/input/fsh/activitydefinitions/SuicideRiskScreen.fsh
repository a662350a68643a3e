Instance: SuicideRiskScreen
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Suicide risk (C-SSRS screener)"
Description: "On the day of a positive answer on self-harm; where the scale may be used."
* insert Activity(suicide-risk-screen, SuicideRiskScreen, ServiceRequest, [[Suicide risk (C-SSRS screener)]], [[On the day of a positive answer on self-harm; where the scale may be used.]])
* insert LoincNotice
* code = $loinc#93373-9 "C-SSRS screener - recent (items 93246-7, 93247-5, 93248-3, 93249-1, 93250-9, 93267-3, 93269-9; answers LA33-6 yes, LA32-8 no)"
* priority = #urgent
