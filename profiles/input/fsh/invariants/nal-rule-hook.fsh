Invariant: nal-rule-hook
Description: "Every rule is bound to at least one hook by a named event, and to nothing else."
Severity: #error
Expression: "action.all(trigger.exists() and trigger.all(type = 'named-event' and (name = 'order-select' or name = 'order-sign' or name = 'appointment-book' or name = 'patient-view' or name = 'encounter-start' or name = 'encounter-discharge')))"
