// When a rule is looked at: the first property of its concept.
RuleSet: Trigger(text)
* ^property[0].code = #trigger
* ^property[0].valueString = "{text}"
