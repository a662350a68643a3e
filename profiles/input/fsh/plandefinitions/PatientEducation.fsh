Instance: PatientEducation
InstanceOf: ProtocolPlan
Usage: #definition
Title: "Patient education"
Description: "Twelve short texts for patient and family, when to give them, and the support that goes with them."
* insert Protocol(patient-education, PatientEducation, Patient education, [[Twelve short texts for patient and family, when to give them, and the support that goes with them.]])
* insert Topic(education, Education)
* usage = "Apply at the first visit. Read the texts together and let the patient say them in own words; family only with consent."
* insert UsesSchedule
* insert CounsellingChecklist(relatedArtifact)
* insert InjectionLabelAt(relatedArtifact, [[sections 5 and 17]])
* insert Label2025(relatedArtifact)
* insert GuideText(relatedArtifact, patient education)
* insert Goal(informed, informed-patient, Informed patient)
* insert Target($treatment-activity#teaching-done, Teaching done, 14, d)
* insert TargetText([[Can say in own words how it works, what to avoid, and when to call]])
* action[+]
  * insert Step(before, Before the start, [[What must be understood before the first dose.]])
  * insert CounsellingChecklist(documentation)
  * insert Serves(informed)
  * insert Group(all)
  * action[+]
    * insert Step(how-it-works, How naltrexone works, [[Blocks opioids; no high, no dependence, no treatment of pain.]])
    * insert AfterDays(0, d)
    * insert Does(TeachHowItWorks)
  * action[+]
    * insert Step(before-the-first-dose, Before the first dose, [[Days without opioids, and what counts.]])
    * insert AfterDays(0, d)
    * insert Does(TeachBeforeFirstDose)
  * action[+]
    * insert Step(blocked-opioids, Opioids are blocked, [[Never try to overcome the block.]])
    * insert AfterDays(0, d)
    * insert Does(TeachBlockedOpioids)
  * action[+]
    * insert Step(lost-tolerance, Tolerance is lost, [[End of an interval, missed dose, stopping.]])
    * insert AfterDays(0, d)
    * insert Does(TeachLostTolerance)
  * action[+]
    * insert Step(family-and-naloxone, Family and naloxone, [[Who knows, where it is, how to use it.]])
    * insert AfterDays(0, d)
    * insert Does(TeachFamilyNaloxone)
  * action[+]
    * insert Step(medical-alert, Medical alert, [[Card or bracelet.]])
    * insert AfterDays(0, d)
    * insert Does(TeachMedicalAlert)
  * action[+]
    * insert Step(warning-signs, Warning signs, [[Liver, mood, breath, injection site.]])
    * insert AfterDays(0, d)
    * insert Does(TeachWarningSigns)
* action[+]
  * insert Step(first-weeks, In the first weeks, [[Within 14 days.]])
  * insert Serves(informed)
  * insert Group(all)
  * action[+]
    * insert Step(taking-it-reliably, Taking it reliably, [[Fixed time, reminders, what to do after a missed dose.]])
    * insert DueBetween(0, 14, d)
    * insert Does(TeachTakingReliably)
  * action[+]
    * insert Step(common-side-effects, Common side effects, [[What is common and what helps.]])
    * insert DueBetween(0, 14, d)
    * insert Does(TeachCommonSideEffects)
  * action[+]
    * insert Step(triggers-and-coping, Triggers and coping, [[What brings craving on, and what helps.]])
    * insert DueBetween(0, 14, d)
    * insert Does(TeachTriggersCoping)
  * action[+]
    * insert Step(support-and-help, Support and help, [[Groups, helpline, online.]])
    * insert DueBetween(0, 14, d)
    * insert Does(TeachSupportHelp)
  * action[+]
    * insert Step(stopping, Stopping, [[No taper, but danger after it.]])
    * insert DueBetween(0, 14, d)
    * insert Does(TeachStopping)
* action[+]
  * insert Step(support, Support, [[What keeps it going.]])
  * insert GuideText(documentation, support strategies)
  * insert Group(any)
  * action[+]
    * insert Step(reminders, Reminders, [[Messages or an app.]])
    * insert DueBetween(0, 14, d)
    * insert Does(MedicationReminders)
  * action[+]
    * insert Step(peer, Peer support, [[Coach or group.]])
    * insert DueBetween(0, 14, d)
    * insert Does(PeerRecoverySupport)
  * action[+]
    * insert Step(family, Family education, [[With consent.]])
    * insert DueBetween(0, 14, d)
    * insert Does(FamilyEducation)
