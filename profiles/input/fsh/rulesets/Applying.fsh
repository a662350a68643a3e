// Parameters that both operations named $apply have here, beyond those of FHIR R4.
RuleSet: ApplyParameter(name, type, documentation)
* parameter[+].name = #{name}
* parameter[=].use = #in
* parameter[=].min = 0
* parameter[=].max = "1"
* parameter[=].type = #{type}
* parameter[=].documentation = "{documentation}"

RuleSet: ApplyParameters
* kind = #operation
* affectsState = false
* code = #apply
* system = false
* type = true
* instance = true
* insert ApplyParameter(canonical, uri, [[Canonical URL of the definition, when the address does not name it.]])
* insert ApplyParameter(subject, string, [[The patient: Patient/id. Needed.]])
* insert ApplyParameter(encounter, string, [[The encounter it is done in.]])
* insert ApplyParameter(practitioner, string, [[Who asks: author of the plan and requester of the drafts.]])
* insert ApplyParameter(organization, string, [[The organization that asks.]])
* insert ApplyParameter(data, Bundle, [[Data of the patient. What belongs to another patient is not read, and said.]])
* insert ApplyParameter(useServerData, boolean, [[Whether stored data is read as well; true when not given.]])
* insert ApplyParameter(now, dateTime, [[The instant, with offset. Day 0 is its date in the time zone of the site; the clock when not given.]])
* insert ApplyParameter(result, code, [[care-plan, which is the default, or bundle: a transaction of all drafts.]])
