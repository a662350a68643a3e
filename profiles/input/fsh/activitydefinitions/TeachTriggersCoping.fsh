Instance: TeachTriggersCoping
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Teaching: Triggers and coping"
Description: "Know your places, people, moods and pains. When craving comes: watch it rise and fall without acting, question the thought, do something else, call someone."
* insert Activity(teach-triggers-and-coping, TeachTriggersCoping, CommunicationRequest, [[Teaching: Triggers and coping]], [[Know your places, people, moods and pains. When craving comes: watch it rise and fall without acting, question the thought, do something else, call someone.]])
* insert SaysItsDescription
* code = $education-topic#triggers-and-coping "Triggers and coping"
