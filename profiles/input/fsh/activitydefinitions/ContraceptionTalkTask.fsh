Instance: ContraceptionTalkTask
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Talk about contraception"
Description: "Ask about the wish for children and offer contraception."
* insert InstanceMetadata(contraception-talk-task, ActivityDefinition/contraception-talk-task)
* name = "ContraceptionTalkTask"
* title = "Talk about contraception"
* description = "Ask about the wish for children and offer contraception."
* kind = #Task
* intent = #order
* priority = #routine
* code.text = "Talk about contraception"
