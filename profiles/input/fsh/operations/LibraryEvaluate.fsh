Instance: LibraryEvaluate
InstanceOf: OperationDefinition
Usage: #definition
Title: "Evaluate a library"
Description: "Gives the value of each define of a CQL library of this service for one patient at one instant. What cannot be evaluated is told as its own parameter; the others still come."
* insert InstanceMetadata(library-evaluate, OperationDefinition/library-evaluate)
* name = "LibraryEvaluate"
* title = "Evaluate a library"
* description = "Gives the value of each define of a CQL library of this service for one patient at one instant. What cannot be evaluated is told as its own parameter; the others still come."
* kind = #operation
* affectsState = false
* code = #evaluate
* resource = #Library
* system = false
* type = true
* instance = true
* parameter[+].name = #url
* parameter[=].use = #in
* parameter[=].min = 0
* parameter[=].max = "1"
* parameter[=].type = #canonical
* parameter[=].documentation = "The library, when the address names none. The parameter library means the same."
* parameter[+].name = #library
* parameter[=].use = #in
* parameter[=].min = 0
* parameter[=].max = "1"
* parameter[=].type = #canonical
* parameter[=].documentation = "The same as url."
* parameter[+].name = #subject
* parameter[=].use = #in
* parameter[=].min = 1
* parameter[=].max = "1"
* parameter[=].type = #string
* parameter[=].searchType = #reference
* parameter[=].documentation = "The patient, as Patient/[id]: stored, or in data."
* parameter[+].name = #expression
* parameter[=].use = #in
* parameter[=].min = 0
* parameter[=].max = "*"
* parameter[=].type = #string
* parameter[=].documentation = "Names of defines; all of the library when none is given."
* parameter[+].name = #parameters
* parameter[=].use = #in
* parameter[=].min = 0
* parameter[=].max = "1"
* parameter[=].type = #Parameters
* parameter[=].documentation = "Values of CQL parameters by their names. Hook: a string or code, the CDS hook to judge at, such as order-sign; at order-select and order-sign the drafts of the record are judged together unless others are given. Draft Medication Requests, Draft Service Requests and Context Appointments take resources, Selections and Unread Resource Types take strings, each repeated. Thresholds are settings of the site and cannot be given."
* parameter[+].name = #useServerData
* parameter[=].use = #in
* parameter[=].min = 0
* parameter[=].max = "1"
* parameter[=].type = #boolean
* parameter[=].documentation = "Whether stored data of the patient is read; true unless said otherwise."
* parameter[+].name = #data
* parameter[=].use = #in
* parameter[=].min = 0
* parameter[=].max = "1"
* parameter[=].type = #Bundle
* parameter[=].documentation = "Data of the patient to be read besides, or instead. Resources of other patients are left out, and said."
* parameter[+].name = #now
* parameter[=].use = #in
* parameter[=].min = 0
* parameter[=].max = "1"
* parameter[=].type = #dateTime
* parameter[=].documentation = "The instant of the evaluation, with offset; the clock of the service unless given."
* parameter[+].name = #return
* parameter[=].use = #out
* parameter[=].min = 1
* parameter[=].max = "1"
* parameter[=].type = #Parameters
* parameter[=].documentation = "A parameter for each define, named after it: a list is repeated, null has the extension data-absent-reason, an empty list cqf-isEmptyList, intervals and tuples have parts. A parameter 'evaluation error' tells by an OperationOutcome what failed, with the name of the define as expression; 'evaluation warning' tells what could not be read, and which defines depend on a hook when none was given."
