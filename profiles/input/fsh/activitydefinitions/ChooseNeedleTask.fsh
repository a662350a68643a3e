Instance: ChooseNeedleTask
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Assess body habitus and choose the needle"
Description: "Assess on the day of the injection whether a needle of 1.5 or 2 inches reaches the gluteal muscle; choose another treatment when none does."
* insert InstanceMetadata(choose-needle-task, ActivityDefinition/choose-needle-task)
* name = "ChooseNeedleTask"
* title = "Assess body habitus and choose the needle"
* description = "Assess on the day of the injection whether a needle of 1.5 or 2 inches reaches the gluteal muscle; choose another treatment when none does."
* kind = #Task
* intent = #order
* priority = #routine
* code.text = "Assess body habitus and choose the needle"
