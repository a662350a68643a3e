Instance: SuicideRiskAssessmentTask
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Assess suicide risk today"
Description: "See the patient the same day and judge the risk of suicide."
* insert InstanceMetadata(suicide-risk-assessment-task, ActivityDefinition/suicide-risk-assessment-task)
* name = "SuicideRiskAssessmentTask"
* title = "Assess suicide risk today"
* description = "See the patient the same day and judge the risk of suicide."
* kind = #Task
* intent = #order
* priority = #stat
* code.text = "Assess suicide risk today"
