// DQ: what could not be read or understood. Silence would look like an all-clear.

// Each service needs other data, so each says in its own defines when that is incomplete.
RuleSet: DQ01(defines)
* insert RuleFor(DQ-01, {defines}, routine, Data incomplete)
* title = "Some data could not be read: advice incomplete"
* description = "A part of the record that the rules need was not available, or not complete. What is shown rests on the rest. Check the missing part by hand."

RuleSet: DQ03
* insert Rule(DQ-03, urgent, Liver result not understood)
* title = "Liver result without a usable number or unit: ignored"
* description = "An ALT or AST result has no number, or a unit that cannot be converted to U/L. It counts as missing. Ask the laboratory for value and unit."
* insert LiverTox
* insert ClarifyLiverResult

RuleSet: DQ04
* insert Rule(DQ-04, urgent, Opioid record dated in the future)
* title = "Opioid record dated in the future: check the date"
* description = "A wrong clock or date hides how long ago the opioid was taken. It is judged as taken now. Correct the record and confirm the last use with the patient."
* insert InjectionLabel([[section 5.3]])
* insert ConfirmLastOpioid
