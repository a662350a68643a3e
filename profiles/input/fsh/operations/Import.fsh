Instance: Import
InstanceOf: OperationDefinition
Usage: #definition
Title: "Import resources in bulk"
Description: "Takes in files of NDJSON from addresses the server allows. Answered at once with 202 and the address of a job, which tells progress and outcome."
* insert InstanceMetadata(import, OperationDefinition/import)
* name = "Import"
* title = "Import resources in bulk"
* description = "Takes in files of NDJSON from addresses the server allows. Answered at once with 202 and the address of a job, which tells progress and outcome."
* kind = #operation
* affectsState = true
* code = #import
* system = true
* type = false
* instance = false
* parameter[+].name = #inputFormat
* parameter[=].use = #in
* parameter[=].min = 0
* parameter[=].max = "1"
* parameter[=].type = #code
* parameter[=].documentation = "Media type of the files: application/fhir+ndjson."
* parameter[+].name = #inputSource
* parameter[=].use = #in
* parameter[=].min = 0
* parameter[=].max = "1"
* parameter[=].type = #uri
* parameter[=].documentation = "Where the files come from; taken and not used."
* parameter[+].name = #input
* parameter[=].use = #in
* parameter[=].min = 1
* parameter[=].max = "*"
* parameter[=].documentation = "One file."
* parameter[=].part[+].name = #type
* parameter[=].part[=].use = #in
* parameter[=].part[=].min = 0
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #code
* parameter[=].part[=].documentation = "Type of the resources in the file."
* parameter[=].part[+].name = #url
* parameter[=].part[=].use = #in
* parameter[=].part[=].min = 1
* parameter[=].part[=].max = "1"
* parameter[=].part[=].type = #url
* parameter[=].part[=].documentation = "Address of the file."
