Instance: DeadLetters
InstanceOf: OperationDefinition
Usage: #definition
Title: "Notifications that could not be delivered"
Description: "Lists what could not be delivered, of all subscriptions or of one: numbers and references, never content."
* insert InstanceMetadata(dead-letters, OperationDefinition/dead-letters)
* name = "DeadLetters"
* title = "Notifications that could not be delivered"
* description = "Lists what could not be delivered, of all subscriptions or of one: numbers and references, never content."
* kind = #operation
* affectsState = false
* code = #dead-letters
* resource = #Subscription
* system = false
* type = true
* instance = true
* parameter[+].name = #count
* parameter[=].use = #out
* parameter[=].min = 1
* parameter[=].max = "1"
* parameter[=].type = #string
* parameter[=].documentation = "How many are listed."
* parameter[+].name = #event
* parameter[=].use = #out
* parameter[=].min = 0
* parameter[=].max = "*"
* parameter[=].documentation = "One notification that was given up."
* parameter[=].part[+].name = #subscription
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 1
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #uri
* parameter[=].part[=].documentation = "Address of the subscription."
* parameter[=].part[+].name = #event-number
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 1
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #string
* parameter[=].part[=].documentation = "Number of the event in its subscription."
* parameter[=].part[+].name = #timestamp
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 1
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #instant
* parameter[=].part[=].documentation = "When the event happened."
* parameter[=].part[+].name = #focus
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 1
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #uri
* parameter[=].part[=].documentation = "Address of the resource concerned."
