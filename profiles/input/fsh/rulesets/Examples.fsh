// What examples share.
RuleSet: OfExample
* subject = Reference(ExamplePatient)

RuleSet: Lab(code, display, date)
* status = #final
* category[laboratory] = $observation-category#laboratory "Laboratory"
* code = $loinc#{code} "{display}"
* subject = Reference(ExamplePatient)
* effectiveDateTime = "{date}"
* performer = Reference(ExampleClinic)

// A number with its UCUM code, which is its unit too.
RuleSet: Amount(path, value, unit)
* {path}.value = {value}
* {path}.unit = "{unit}"
* {path}.system = "http://unitsofmeasure.org"
* {path}.code = #{unit}
