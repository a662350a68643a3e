// Questions of a questionnaire, one below the other.
RuleSet: Ask(linkId, type, text)
* item[+].linkId = "{linkId}"
* item[=].type = #{type}
* item[=].text = "{text}"

// The same below the question or group before.
RuleSet: AskBelow(linkId, type, text)
* item[=].item[+].linkId = "{linkId}"
* item[=].item[=].type = #{type}
* item[=].item[=].text = "{text}"

// A choice among plain words.
RuleSet: Answer(text)
* item[=].answerOption[+].valueString = "{text}"

// A choice among codes; `item` is item[=] or item[=].item[=].
RuleSet: AnswerCode(item, code, display)
* {item}.answerOption[+].valueCoding = {code} "{display}"

// Whole numbers between two bounds, both allowed.
RuleSet: Between(item, least, greatest)
* {item}.extension[+].url = $min-value
* {item}.extension[=].valueInteger = {least}
* {item}.extension[+].url = $max-value
* {item}.extension[=].valueInteger = {greatest}

// Shown, and to be answered, only when another answer compares as said.
RuleSet: When(item, question, operator, kind, value)
* {item}.enableWhen[+].question = "{question}"
* {item}.enableWhen[=].operator = #{operator}
* {item}.enableWhen[=].answer{kind} = {value}

// Filled by the form from other answers. Whoever reads the answers computes it again.
RuleSet: Calculated(item, expression)
* {item}.readOnly = true
* {item}.extension[+].url = $calculated
* {item}.extension[=].valueExpression.language = #text/fhirpath
* {item}.extension[=].valueExpression.expression = "{expression}"

// The answer becomes an Observation with the code of the question, and this category.
RuleSet: Observed(item, category)
* {item}.extension[+].url = $extract-observation
* {item}.extension[=].valueBoolean = true
* {item}.extension[+].url = $extract-category
* {item}.extension[=].valueCodeableConcept = $observation-category#{category}

// The answer fills a contained template.
RuleSet: Fills(item, template)
* {item}.extension[+].url = $extract-template
* {item}.extension[=].extension[+].url = "template"
* {item}.extension[=].extension[=].valueReference = Reference({template})

// What a template computes at a place.
RuleSet: Filled(place, expression)
* {place}.extension[+].url = $extract-value
* {place}.extension[=].valueString = "{expression}"

// What all templates of observations have in common. An amended answer gives an amended observation.
RuleSet: AnsweredObservation(category)
* status = #final
* insert Filled(status, [[iif(%resource.status = 'amended', 'amended', 'final')]])
* category = $observation-category#{category}
* insert Filled(subject, %resource.subject)
* derivedFrom.extension[+].url = $extract-context
* derivedFrom.extension[=].valueString = "%resource.id"
* insert Filled(derivedFrom.reference, [['QuestionnaireResponse/' + %resource.id]])

// The last use of one class of opioid, as far as it is known: a day, a month or a year.
RuleSet: LastUse(class, display)
* insert AnsweredObservation(social-history)
* code = $observation#last-opioid-use "Last opioid use"
* insert Filled(effectiveDateTime, %resource.authored)
* insert Filled(valueDateTime, answer.value)
* component.code = $observation#opioid-class "Opioid class"
* component.valueCodeableConcept = $exposure-class#{class} "{display}"

// A sign of the withdrawal scale, which must be graded, and one of its grades with its score.
RuleSet: Sign(code, display)
* item[=].code = $withdrawal-scale#{code} "{display}"
* item[=].required = true

RuleSet: Grade(code, display, score)
* item[=].answerOption[+].valueCoding = $withdrawal-scale#{code} "{display}"
* item[=].answerOption[=].valueCoding.extension[+].url = $ordinal-value
* item[=].answerOption[=].valueCoding.extension[=].valueDecimal = {score}

// An item of the C-SSRS screener: its code and answers, never its text.
RuleSet: Screened(code)
* item[=].item[=].answerOption[+].valueCoding = $loinc#LA33-6 "Yes"
* item[=].item[=].answerOption[+].valueCoding = $loinc#LA32-8 "No"
* item[=].item[=].code = $loinc#{code}
* insert Observed(item[=].item[=], survey)
* insert When(item[=].item[=], cssrs-done, =, Boolean, true)
