// Pieces that several profiles share.

// An order for naltrexone, whatever its form.
RuleSet: NaltrexoneOrder
* insert Metadata
* obeys nal-authored
* status MS
* intent MS
* doNotPerform MS
* medication[x] only CodeableConcept
* medication[x] MS
* subject only Reference(Patient)
* subject MS
* authoredOn MS
* dosageInstruction 1..* MS
* dosageInstruction.timing MS
* dosageInstruction.timing.repeat.bounds[x] only Period
* dosageInstruction.timing.repeat.bounds[x] MS
* dosageInstruction.route MS
* dosageInstruction.doseAndRate.dose[x] only SimpleQuantity

// A result that the rules count: who, what, when.
RuleSet: CountedObservation
* insert Metadata
* obeys nal-dated
* status MS
* code MS
* subject 1..1
* subject only Reference(Patient)
* subject MS
* effective[x] only dateTime or Period
* effective[x] MS
* issued MS
* value[x] MS

// One category as US Core asks for it; others may stand beside it.
RuleSet: ObservationCategory(code)
* category 1..*
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains {code} 1..1
* category[{code}] = $observation-category#{code}

// A liver test: a number with a unit that can be converted, and the laboratory's own upper limit.
RuleSet: LiverResult(units)
* insert CountedObservation
* insert ObservationCategory(laboratory)
* obeys nal-limit
* value[x] only Quantity
* value[x] obeys nal-not-negative
* value[x].value 1..1 MS
* value[x].system 1..1
* value[x].system = $ucum
* value[x].code 1..1 MS
* value[x].code from {units} (required)
* referenceRange MS
* referenceRange obeys nal-limit-order
* referenceRange.high MS
* referenceRange.high.code from {units} (required)

// Site of a gluteal injection: the region by its code, the side by a code of ours or in the text.
RuleSet: GlutealSite
* coding ^slicing.discriminator.type = #pattern
* coding ^slicing.discriminator.path = "$this"
* coding ^slicing.rules = #open
* coding contains buttock 1..1 and side 0..1
* coding[buttock] = $sct#46862004
* coding[side] ^patternCoding.system = "https://fhirnaltrexone.example.org/fhir/CodeSystem/injection-side"
* coding[side] from InjectionSides (required)

// What a rule artifact has to say about itself.
RuleSet: PublishedArtifact
* insert Metadata
* url 1..1
* version 1..1
* name 1..1
* title 1..1
* experimental 1..1
* publisher 1..1
* description 1..1
