Instance: Ehr
InstanceOf: CapabilityStatement
Usage: #definition
Title: "EHR that calls the CDS services"
Description: "What the FHIR server of an EHR has to answer when the EHR leaves prefetch to the service: the searches that the prefetch templates name."
* insert InstanceMetadata(ehr, CapabilityStatement/ehr)
* name = "Ehr"
* title = "EHR that calls the CDS services"
* description = "What the FHIR server of an EHR has to answer when the EHR leaves prefetch to the service: the searches that the prefetch templates name."
* insert Requirements
* rest[+].mode = #server
* rest[=].documentation = "An EHR that sends every prefetch key of the discovery answer needs none of this. The service reads by `patient` and by `code`; it sorts out status and dates itself, so that a search that gives too much does no harm."
* rest[=].resource[+]
  * type = #Patient
  * insert Interaction(SHALL, read)
* insert PatientData(MedicationRequest)
* rest[=].resource[=].supportedProfile[+] = Canonical(NaltrexoneOralRequest)
* rest[=].resource[=].supportedProfile[+] = Canonical(NaltrexoneInjectionRequest)
* insert PatientData(MedicationAdministration)
* rest[=].resource[=].supportedProfile[+] = Canonical(NaltrexoneInjection)
* insert PatientData(MedicationStatement)
* rest[=].resource[=].supportedProfile[+] = Canonical(OpioidStatement)
* insert PatientData(MedicationDispense)
* rest[=].resource[=].supportedProfile[+] = Canonical(OpioidDispense)
* insert PatientData(Observation)
* rest[=].resource[=].supportedProfile[+] = Canonical(AltResult)
* rest[=].resource[=].supportedProfile[+] = Canonical(AstResult)
* rest[=].resource[=].supportedProfile[+] = Canonical(BilirubinResult)
* rest[=].resource[=].supportedProfile[+] = Canonical(UrineOpioidTest)
* rest[=].resource[=].supportedProfile[+] = Canonical(CowsScore)
* rest[=].resource[=].supportedProfile[+] = Canonical(NaloxoneChallengeResult)
* rest[=].resource[=].supportedProfile[+] = Canonical(LastOpioidUse)
* rest[=].resource[=]
  * insert Parameter(SHALL, code, token)
* insert PatientData(Condition)
* rest[=].resource[=].supportedProfile[+] = Canonical(OpioidUseDisorderProblem)
* insert PatientData(Procedure)
* rest[=].resource[=]
  * insert Parameter(SHALL, code, token)
* insert PatientData(QuestionnaireResponse)
* rest[=].resource[=].supportedProfile[+] = Canonical(StartQuestionnaireResponse)
