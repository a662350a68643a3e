// Questions of a questionnaire, one below the other.
RuleSet: Ask(linkId, type, text)
* item[+].linkId = "{linkId}"
* item[=].type = #{type}
* item[=].text = "{text}"

// A choice among plain words.
RuleSet: Answer(text)
* item[=].answerOption[+].valueString = "{text}"
