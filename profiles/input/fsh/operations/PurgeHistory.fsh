Instance: PurgeHistory
InstanceOf: OperationDefinition
Usage: #definition
Title: "Purge the history of a resource"
Description: "Removes every version of a resource except the current one, for good."
* insert InstanceMetadata(purge-history, OperationDefinition/purge-history)
* name = "PurgeHistory"
* title = "Purge the history of a resource"
* description = "Removes every version of a resource except the current one, for good."
* kind = #operation
* affectsState = true
* code = #purge-history
* resource = #Resource
* system = false
* type = false
* instance = true
* parameter[+].name = #return
* parameter[=].use = #out
* parameter[=].min = 1
* parameter[=].max = "1"
* parameter[=].type = #OperationOutcome
* parameter[=].documentation = "What was removed."
