// Building blocks of an action. Each is inserted below the action it belongs to.

// Code, condition and the three texts a CQL library computes; the static title and description are the fallback.
RuleSet: Rule(id, priority, display)
* insert RuleFor({id}, {id}, {priority}, [[{display}]])

// The same for a rule that another service states in its own defines.
RuleSet: RuleFor(id, defines, priority, display)
* code = $rules#{id} "{display}"
* priority = #{priority}
* selectionBehavior = #any
* condition[+].kind = #applicability
* condition[=].expression.language = #text/cql-identifier
* condition[=].expression.expression = "{defines} Applies"
* insert Computed(action.title, {defines} Summary)
* insert Computed(action.description, {defines} Detail)
* insert Computed(action.priority, {id} Priority)

// A value taken from a CQL define.
RuleSet: Computed(path, define)
* dynamicValue[+].path = "{path}"
* dynamicValue[=].expression.language = #text/cql-identifier
* dynamicValue[=].expression.expression = "{define}"

// The hook on which the action runs.
RuleSet: On(hook)
* trigger[+].type = #named-event
* trigger[=].name = "{hook}"

RuleSet: OnOrders
* insert On(order-select)
* insert On(order-sign)

RuleSet: OnVisits
* insert On(patient-view)
* insert On(encounter-start)

// A reason the clinician may give for going on.
RuleSet: Override(code, display)
* extension[+].url = "https://fhirnaltrexone.example.org/fhir/StructureDefinition/override-reason"
* extension[=].valueCoding = $override-reasons#{code} "{display}"

RuleSet: StartOverrides
* insert Override(opioid-free-verified-other-source, Opioid-free interval confirmed from another source)
* insert Override(supervised-rapid-induction-protocol, Supervised rapid induction protocol)
* insert Override(data-error-in-record, The record is wrong)
* insert Override(emergency-or-specialist-decision, Emergency or specialist decision)

RuleSet: LiverOverrides
* insert Override(specialist-hepatology-agreed, Agreed with hepatology)
* insert Override(benefit-outweighs-risk-documented, [[Benefit outweighs risk, documented]])
* insert Override(repeat-test-ordered, Repeat test ordered)
* insert Override(result-not-representative, Result not representative)

RuleSet: BlockadeOverrides
* insert Override(emergency-analgesia-monitored-setting, Emergency analgesia in a monitored setting)
* insert Override(naltrexone-already-stopped-record-outdated, [[Naltrexone already stopped, record out of date]])
* insert Override(non-systemic-or-procedural-use, Non-systemic or procedural use)
