Instance: FhirServer
InstanceOf: CapabilityStatement
Usage: #definition
Title: "FHIR server for naltrexone treatment"
Description: "A server that keeps the records of a treatment with naltrexone: all of them versioned, searchable by patient, written one by one or in transactions."
* insert InstanceMetadata(fhir-server, CapabilityStatement/fhir-server)
* name = "FhirServer"
* title = "FHIR server for naltrexone treatment"
* description = "A server that keeps the records of a treatment with naltrexone: all of them versioned, searchable by patient, written one by one or in transactions."
* insert Requirements
* format[+] = #application/fhir+xml
* rest[+].mode = #server
* rest[=].documentation = "Profiles say what a complete record looks like; a server may take in records that meet the base specification alone."
* insert Kept(Patient)
* rest[=].resource[=].supportedProfile[+] = Canonical(NaltrexonePatient)
* rest[=].resource[=]
  * insert Parameter(SHALL, identifier, token)
  * insert Parameter(SHALL, family, string)
  * insert Parameter(SHALL, birthdate, date)
  * insert Operation(everything, [[http://hl7.org/fhir/OperationDefinition/Patient-everything]])
* insert Kept(MedicationRequest)
* rest[=].resource[=].supportedProfile[+] = Canonical(NaltrexoneOralRequest)
* rest[=].resource[=].supportedProfile[+] = Canonical(NaltrexoneInjectionRequest)
* rest[=].resource[=]
  * insert Parameter(SHALL, patient, reference)
  * insert Parameter(SHALL, status, token)
  * insert Parameter(SHALL, code, token)
  * insert Parameter(SHALL, authoredon, date)
  * insert OwnParameter(SHOULD, route, token, medication-route)
* insert Kept(MedicationAdministration)
* rest[=].resource[=].supportedProfile[+] = Canonical(NaltrexoneInjection)
* rest[=].resource[=]
  * insert Parameter(SHALL, patient, reference)
  * insert Parameter(SHALL, status, token)
  * insert Parameter(SHALL, effective-time, date)
  * insert OwnParameter(SHOULD, site, token, injection-site)
  * insert OwnParameter(SHOULD, route, token, medication-route)
* insert Kept(MedicationStatement)
* rest[=].resource[=].supportedProfile[+] = Canonical(OpioidStatement)
* rest[=].resource[=]
  * insert Parameter(SHALL, patient, reference)
  * insert Parameter(SHALL, status, token)
  * insert Parameter(SHALL, effective, date)
* insert Kept(MedicationDispense)
* rest[=].resource[=].supportedProfile[+] = Canonical(OpioidDispense)
* rest[=].resource[=]
  * insert Parameter(SHALL, patient, reference)
  * insert Parameter(SHALL, status, token)
  * insert Parameter(SHALL, whenhandedover, date)
* insert Kept(Observation)
* rest[=].resource[=].supportedProfile[+] = Canonical(AltResult)
* rest[=].resource[=].supportedProfile[+] = Canonical(AstResult)
* rest[=].resource[=].supportedProfile[+] = Canonical(BilirubinResult)
* rest[=].resource[=].supportedProfile[+] = Canonical(UrineOpioidTest)
* rest[=].resource[=].supportedProfile[+] = Canonical(CowsScore)
* rest[=].resource[=].supportedProfile[+] = Canonical(NaloxoneChallengeResult)
* rest[=].resource[=].supportedProfile[+] = Canonical(LastOpioidUse)
* rest[=].resource[=].supportedProfile[+] = Canonical(PregnancyStatus)
* rest[=].resource[=].supportedProfile[+] = Canonical(PhqScore)
* rest[=].resource[=]
  * insert Parameter(SHALL, patient, reference)
  * insert Parameter(SHALL, code, token)
  * insert Parameter(SHALL, category, token)
  * insert Parameter(SHALL, date, date)
  * insert Parameter(SHALL, status, token)
  * insert OwnParameter(SHOULD, interpretation, token, observation-interpretation)
  * insert Operation(lastn, [[http://hl7.org/fhir/OperationDefinition/Observation-lastn]])
* insert Kept(Condition)
* rest[=].resource[=].supportedProfile[+] = Canonical(OpioidUseDisorderProblem)
* rest[=].resource[=]
  * insert Parameter(SHALL, patient, reference)
  * insert Parameter(SHALL, code, token)
  * insert Parameter(SHALL, clinical-status, token)
* insert Kept(AllergyIntolerance)
* rest[=].resource[=].supportedProfile[+] = Canonical(NaltrexoneAllergy)
* rest[=].resource[=]
  * insert Parameter(SHALL, patient, reference)
* insert Kept(CarePlan)
* rest[=].resource[=].supportedProfile[+] = Canonical(NaltrexoneCarePlan)
* rest[=].resource[=]
  * insert Parameter(SHALL, patient, reference)
  * insert Parameter(SHALL, category, token)
* insert Kept(Goal)
* rest[=].resource[=].supportedProfile[+] = Canonical(NaltrexoneGoal)
* rest[=].resource[=]
  * insert Parameter(SHALL, patient, reference)
* insert Kept(QuestionnaireResponse)
* rest[=].resource[=].supportedProfile[+] = Canonical(StartQuestionnaireResponse)
* rest[=].resource[=]
  * insert Parameter(SHALL, patient, reference)
  * insert Parameter(SHALL, questionnaire, reference)
* insert Kept(Consent)
* rest[=].resource[=].supportedProfile[+] = Canonical(Part2Consent)
* rest[=].resource[=]
  * insert Parameter(SHALL, patient, reference)
  * insert Parameter(SHALL, status, token)
* insert Kept(Provenance)
* rest[=].resource[=].supportedProfile[+] = Canonical(Part2Disclosure)
* rest[=].resource[=]
  * insert Parameter(SHALL, target, reference)
* insert Kept(GuidanceResponse)
* rest[=].resource[=].supportedProfile[+] = Canonical(RuleGuidance)
* rest[=].resource[=]
  * insert Parameter(SHALL, patient, reference)
* insert Kept(DetectedIssue)
* rest[=].resource[=].supportedProfile[+] = Canonical(RuleFinding)
* rest[=].resource[=]
  * insert Parameter(SHALL, patient, reference)
  * insert Parameter(SHALL, code, token)
* rest[=]
  * insert Interaction(SHALL, transaction)
  * insert Interaction(SHALL, batch)
  * insert Interaction(SHOULD, search-system)
  * insert Interaction(SHOULD, history-system)
