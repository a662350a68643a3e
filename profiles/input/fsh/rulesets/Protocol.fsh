// Building blocks of a protocol. Each is inserted below the plan, the goal or the action it belongs to.

RuleSet: Protocol(id, name, title, description)
* insert InstanceMetadata({id}, PlanDefinition/{id})
* name = "{name}"
* title = "{title}"
* description = "{description}"
* type = $plan-definition-type#clinical-protocol
* subjectCodeableConcept = http://hl7.org/fhir/resource-types#Patient
* useContext[+].code = $usage-context#focus
* useContext[=].valueCodeableConcept = $sct#75544000 "Opioid dependence"

RuleSet: Topic(code, display)
* topic[+] = $definition-topic#{code} "{display}"

RuleSet: UsesSchedule
* library = "https://fhirnaltrexone.example.org/fhir/Library/TreatmentSchedule"

// A goal, and what is measured until when, counted from the day the plan is applied.
RuleSet: Goal(id, code, display)
* goal[+].id = "{id}"
* goal[=].description = $treatment-goal#{code} "{display}"

RuleSet: Target(code, display, value, unit)
* goal[=].target[+].measure = {code} "{display}"
* goal[=].target[=].due.value = {value}
* goal[=].target[=].due.unit = "{unit}"
* goal[=].target[=].due.system = "http://unitsofmeasure.org"
* goal[=].target[=].due.code = #{unit}

// The time that a define gives is the one that counts; an engine that does not compute it has the other.
RuleSet: DueAfter(define)
* goal[=].target[=].due.extension[+].url = "http://hl7.org/fhir/StructureDefinition/cqf-expression"
* goal[=].target[=].due.extension[=].valueExpression.language = #text/cql-identifier
* goal[=].target[=].due.extension[=].valueExpression.expression = "{define}"

RuleSet: TargetText(text)
* goal[=].target[=].detailCodeableConcept.text = "{text}"

RuleSet: TargetRange(low, high, unit)
* goal[=].target[=].detailRange.low.value = {low}
* goal[=].target[=].detailRange.low.unit = "{unit}"
* goal[=].target[=].detailRange.low.system = "http://unitsofmeasure.org"
* goal[=].target[=].detailRange.low.code = #{unit}
* goal[=].target[=].detailRange.high.value = {high}
* goal[=].target[=].detailRange.high.unit = "{unit}"
* goal[=].target[=].detailRange.high.system = "http://unitsofmeasure.org"
* goal[=].target[=].detailRange.high.code = #{unit}

RuleSet: TargetAtMost(value, unit)
* goal[=].target[=].detailQuantity.value = {value}
* goal[=].target[=].detailQuantity.comparator = #<=
* goal[=].target[=].detailQuantity.unit = "{unit}"
* goal[=].target[=].detailQuantity.system = "http://unitsofmeasure.org"
* goal[=].target[=].detailQuantity.code = #{unit}

RuleSet: TargetAtLeast(value, unit)
* goal[=].target[=].detailQuantity.value = {value}
* goal[=].target[=].detailQuantity.comparator = #>=
* goal[=].target[=].detailQuantity.unit = "{unit}"
* goal[=].target[=].detailQuantity.system = "http://unitsofmeasure.org"
* goal[=].target[=].detailQuantity.code = #{unit}

RuleSet: Step(id, title, description)
* id = "{id}"
* title = "{title}"
* description = "{description}"

// Why the step is taken, in words.
RuleSet: Because(text)
* reason[+].text = "{text}"

// For the patient, in plain words.
RuleSet: ForThePatient(text)
* textEquivalent = "{text}"

RuleSet: Serves(goal)
* goalId[+] = "{goal}"

// A step applies when the define is true; when it is null, nobody knows and the step stays, marked.
RuleSet: OnlyIf(define)
* condition[+].kind = #applicability
* condition[=].expression.language = #text/cql-identifier
* condition[=].expression.expression = "{define}"

// Counted from the day on which the plan is applied.
RuleSet: AfterDays(value, unit)
* timingDuration.value = {value}
* timingDuration.unit = "{unit}"
* timingDuration.system = "http://unitsofmeasure.org"
* timingDuration.code = #{unit}

RuleSet: DueBetween(low, high, unit)
* timingRange.low.value = {low}
* timingRange.low.unit = "{unit}"
* timingRange.low.system = "http://unitsofmeasure.org"
* timingRange.low.code = #{unit}
* timingRange.high.value = {high}
* timingRange.high.unit = "{unit}"
* timingRange.high.system = "http://unitsofmeasure.org"
* timingRange.high.code = #{unit}

RuleSet: Every(period, unit, length, lengthUnit)
* timingTiming.repeat.boundsDuration.value = {length}
* timingTiming.repeat.boundsDuration.unit = "{lengthUnit}"
* timingTiming.repeat.boundsDuration.system = "http://unitsofmeasure.org"
* timingTiming.repeat.boundsDuration.code = #{lengthUnit}
* timingTiming.repeat.frequency = 1
* timingTiming.repeat.period = {period}
* timingTiming.repeat.periodUnit = #{unit}

// Counted from another step of the plan.
RuleSet: Related(step, relationship)
* relatedAction[+].actionId = "{step}"
* relatedAction[=].relationship = #{relationship}

RuleSet: RelatedBy(step, relationship, value, unit)
* insert Related({step}, {relationship})
* relatedAction[=].offsetDuration.value = {value}
* relatedAction[=].offsetDuration.unit = "{unit}"
* relatedAction[=].offsetDuration.system = "http://unitsofmeasure.org"
* relatedAction[=].offsetDuration.code = #{unit}

RuleSet: RelatedBetween(step, relationship, low, high, unit)
* insert Related({step}, {relationship})
* relatedAction[=].offsetRange.low.value = {low}
* relatedAction[=].offsetRange.low.unit = "{unit}"
* relatedAction[=].offsetRange.low.system = "http://unitsofmeasure.org"
* relatedAction[=].offsetRange.low.code = #{unit}
* relatedAction[=].offsetRange.high.value = {high}
* relatedAction[=].offsetRange.high.unit = "{unit}"
* relatedAction[=].offsetRange.high.system = "http://unitsofmeasure.org"
* relatedAction[=].offsetRange.high.code = #{unit}

// A date that the record decides.
RuleSet: OnDate(define)
* insert Computed(action.timing, {define})

RuleSet: Does(definition)
* type = $action-type#create
* definitionCanonical = Canonical({definition})

RuleSet: Follows(plan)
* definitionCanonical = "https://fhirnaltrexone.example.org/fhir/PlanDefinition/{plan}"

// Where the liver may be ill: naltrexone is held, and what tells how ill it is is tested today. Below a group; ids begin with the step's.
RuleSet: HoldForLiver(step)
* action[+]
  * insert Step({step}-stop, Hold naltrexone, [[No further dose until the results are in and judged.]])
  * insert AfterDays(0, d)
  * insert Does(StopNaltrexoneTask)

RuleSet: UrgentLiverTests(step)
* action[+]
  * insert Step({step}-panel, Hepatic panel today, [[ALT, AST, bilirubin, alkaline phosphatase and albumin.]])
  * insert AfterDays(0, d)
  * insert Does(HepaticPanelUrgent)
* action[+]
  * insert Step({step}-inr, INR today, Prothrombin time as INR.)
  * insert AfterDays(0, d)
  * insert Does(InrUrgent)
* action[+]
  * insert Step({step}-bilirubin, Direct bilirubin today, The direct fraction of bilirubin.)
  * insert AfterDays(0, d)
  * insert Does(BilirubinDirectUrgent)

// A test of the schedule after a first dose, by its place: the site decides how many there are, and in which months.
RuleSet: PlannedLiverTest(place, ordinal)
* action[+]
  * insert Step(test-{place}, {ordinal} hepatic panel after the first dose, [[By the schedule of the site.]])
  * insert OnlyIf(Liver Test {place} Is Planned)
  * insert OnDate(Liver Test {place} Date)
  * insert Does(HepaticPanel)

// Members belong together under one heading.
RuleSet: Group(selection)
* groupingBehavior = #logical-group
* selectionBehavior = #{selection}

// What an activity says about itself.
RuleSet: Activity(id, name, kind, title, description)
* insert InstanceMetadata({id}, ActivityDefinition/{id})
* name = "{name}"
* title = "{title}"
* description = "{description}"
* kind = #{kind}
* intent = #proposal
* priority = #routine

// One order serves every step that asks for it at the same time.
RuleSet: OneForAll
* extension[+].url = "https://fhirnaltrexone.example.org/fhir/StructureDefinition/shared-order"
* extension[=].valueBoolean = true

// A dose in milligrams, and how often: once every so many periods.
RuleSet: Dose(mg, period, unit)
* dosage[+].timing.repeat.frequency = 1
* dosage[=].timing.repeat.period = {period}
* dosage[=].timing.repeat.periodUnit = #{unit}
* dosage[=].doseAndRate.doseQuantity.value = {mg}
* dosage[=].doseAndRate.doseQuantity.unit = "mg"
* dosage[=].doseAndRate.doseQuantity.system = "http://unitsofmeasure.org"
* dosage[=].doseAndRate.doseQuantity.code = #mg

RuleSet: DoseFor(value, unit)
* dosage[=].timing.repeat.boundsDuration.value = {value}
* dosage[=].timing.repeat.boundsDuration.unit = "{unit}"
* dosage[=].timing.repeat.boundsDuration.system = "http://unitsofmeasure.org"
* dosage[=].timing.repeat.boundsDuration.code = #{unit}

// The message says what the definition describes.
RuleSet: SaysItsDescription
* dynamicValue.path = "payload.contentString"
* dynamicValue.expression.language = #text/fhirpath
* dynamicValue.expression.expression = "%definition.description"

// What is on record and could not be read: the step names it, and stays undecided, so that the care plan tells it. In each plan whose steps would ask for it.
RuleSet: UnreadRecords
* action[+]
  * insert Step(unread-records, What could not be read, [[Records without a code, value or date that is understood.]])
  * insert Because([[What cannot be read is not clear.]])
  * insert OnlyIf(Unread Records Ask For Something)
  * insert AfterDays(0, d)
  * insert Computed(action.description, Unread Record Text)
  * insert Computed(description, Unread Record Text)
  * insert Does(ReadRecordsTask)
