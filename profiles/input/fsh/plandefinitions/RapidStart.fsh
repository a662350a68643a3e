Instance: RapidStart
InstanceOf: ProtocolPlan
Usage: #definition
Title: "Supervised rapid start"
Description: "A variant for hospitals: a day of buprenorphine, a day without opioids, naltrexone by mouth in rising doses with adjuncts for 3 to 4 days, the injection on day 5 to 7. Never under anaesthesia."
* insert Protocol(rapid-start, RapidStart, Supervised rapid start, [[A variant for hospitals: a day of buprenorphine, a day without opioids, naltrexone by mouth in rising doses with adjuncts for 3 to 4 days, the injection on day 5 to 7. Never under anaesthesia.]])
* insert Topic(treatment, Treatment)
* usage = "Apply on the day of admission, only with continuous supervision by trained staff and a written procedure of the unit. The start rules will warn, since the intervals are not kept: their override reason is supervised-rapid-induction-protocol."
* insert UsesSchedule
* insert StudySwift(relatedArtifact)
* insert AsamPocket2015(relatedArtifact, [[page 6]])
* insert LofexidineDosingAt(relatedArtifact)
* insert Goal(started, safe-start, Safe start)
* insert Target($treatment-activity#naltrexone-started, Naltrexone started, 7, d)
* insert TargetText([[Injection given by day 7]])
* insert Goal(relieved, withdrawal-relief, Relief of withdrawal)
* insert Target($observation#cows-total, Clinical Opiate Withdrawal Scale total, 7, d)
* insert TargetAtMost(4, {score})
* action[+]
  * insert Step(conditions, Conditions of a rapid start, [[Bed with continuous supervision, trained staff, written procedure, informed consent. Not in pregnancy. Never under anaesthesia.]])
  * insert ForThePatient([[This way is shorter and harder. You stay in hospital and are watched all the time.]])
  * insert Because([[In the study it worked because of the supervision.]])
  * insert StudySwift(documentation)
  * insert AsamPocket2015(documentation, [[page 6, anaesthesia not recommended]])
  * insert Serves(started)
  * insert AfterDays(0, d)
  * insert Does(RapidStartConsentTask)
* action[+]
  * insert Step(day-1, [[Day 1: buprenorphine]], [[One day of buprenorphine by the procedure of the unit.]])
  * insert StudySwift(documentation)
  * insert Serves(started)
  * insert AfterDays(0, d)
  * insert Does(BuprenorphineDayTask)
* action[+]
  * insert Step(day-2, [[Day 2: no opioid]], [[One opioid-free day with adjuncts.]])
  * insert StudySwift(documentation)
  * insert Serves(started)
  * insert RelatedBy(day-1, after-start, 1, d)
  * insert Does(OpioidFreeDayTask)
* action[+]
  * insert Step(titration, [[From day 3: naltrexone by mouth in rising doses]], [[For 3 to 4 days, with adjuncts.]])
  * insert StudySwift(documentation)
  * insert Serves(started)
  * insert RelatedBetween(day-1, after-start, 2, 5, d)
  * insert Does(LowDoseTitrationTask)
* action[+]
  * insert Step(adjuncts, Adjuncts, [[Relief of withdrawal without opioids; lofexidine and naltrexone by mouth 2 hours apart.]])
  * insert LofexidineDosingAt(documentation)
  * insert Serves(relieved)
  * insert DueBetween(0, 6, d)
  * insert Does(BridgeSymptomsTask)
* action[+]
  * insert Step(score, Score withdrawal, [[COWS every 12 hours and before each dose.]])
  * insert Serves(relieved)
  * insert Every(12, h, 7, d)
  * insert Does(CowsAssessment)
* action[+]
  * insert Step(injection, [[Day 5 to 7: injection]], [[380 mg into the gluteal muscle, when the titration was tolerated. The next is due 4 weeks later, by the protocol of the injection.]])
  * insert StudySwift(documentation)
  * insert InjectionLabelAt(documentation, section 2.1)
  * insert Serves(started)
  * insert RelatedBetween(day-1, after-start, 4, 6, d)
  * insert Does(NaltrexoneInjection380)
