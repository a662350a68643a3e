Instance: DetoxificationInduction
InstanceOf: ProtocolPlan
Usage: #definition
Title: "Detoxification and induction"
Description: "From the last opioid to the first dose of naltrexone: end of agonist treatment, relief of withdrawal, scores, the opioid-free interval class by class, the naloxone challenge, and the supervised rapid start as another way."
* insert Protocol(detoxification-induction, DetoxificationInduction, Detoxification and induction, [[From the last opioid to the first dose of naltrexone: end of agonist treatment, relief of withdrawal, scores, the opioid-free interval class by class, the naloxone challenge, and the supervised rapid start as another way.]])
* insert Topic(treatment, Treatment)
* usage = "Apply on the day on which detoxification begins, and again when a new opioid or test is on record: the date of the start moves with it. The intervals are those of the start rules, so plan and warnings agree."
* insert UsesSchedule
* insert TabletLabelAt(relatedArtifact, [[dosage: at least 7 to 10 days, after a change from agonists up to 2 weeks]])
* insert InjectionLabelAt(relatedArtifact, [[sections 2 and 5.3]])
* insert FentanylClearanceAt(relatedArtifact)
* insert KratomReportAt(relatedArtifact)
* insert StudyJarvis(relatedArtifact)
* insert StudySwift(relatedArtifact)
* insert WithdrawalReview(relatedArtifact)
* insert LofexidineDosingAt(relatedArtifact)
* insert AsamPocket2015(relatedArtifact, [[page 6, anaesthesia-assisted detoxification not recommended]])
* insert EuropeanProfile(relatedArtifact, [[sections 4.2 and 4.3]])
* insert NewYorkGuideline(relatedArtifact)
* insert GuideText(relatedArtifact, detoxification)
* insert Goal(relieved, withdrawal-relief, Relief of withdrawal)
* insert Target($observation#cows-total, Clinical Opiate Withdrawal Scale total, 14, d)
* insert TargetAtMost(0, {score})
* insert Goal(started, safe-start, Safe start)
* insert Target($treatment-activity#naltrexone-started, Naltrexone started, 4, wk)
* insert TargetText([[First dose taken without withdrawal]])
* action[+]
  * insert Step(pregnancy, [[Pregnancy: no withdrawal to give naltrexone]], [[In active use an agonist is preferred: nobody tapers or stops an opioid to give naltrexone. With those already abstinent talk about it, in joint review by obstetrics and addiction medicine.]])
  * insert ForThePatient([[Do not stop opioids on your own while you are pregnant: talk with us. Other medicines may be safer for you and the child.]])
  * insert NewYorkGuideline(documentation)
  * insert Serves(started)
  * insert OnlyIf(Pregnancy Is Recorded)
  * insert AfterDays(0, d)
  * insert Does(PregnancyCareTask)
* action[+]
  * insert Step(agonist-end, End of agonist treatment, [[Finish the taper over the first days; a low methadone dose comes before a change. Staying on an agonist that works is the safer choice for many.]])
  * insert Because([[Naltrexone must not meet an agonist.]])
  * insert AsamPocket2015(documentation, [[page 6]])
  * insert Serves(started)
  * insert OnlyIf(Opioid Is Still Taken)
  * insert OnlyIf(Withdrawal Is Open)
  * insert DueBetween(0, 9, d)
  * insert Does(AgonistTaperTask)
* action[+]
  * insert Step(bridge, Relief without opioids, [[Any of these, as needed, for up to 14 days.]])
  * insert ForThePatient([[Withdrawal is hard but passes. These medicines help; none of them is an opioid.]])
  * insert Because([[Those who suffer less stay until the first dose.]])
  * insert WithdrawalReview(documentation)
  * insert GuideText(documentation, bridge medications)
  * insert Serves(relieved)
  * insert OnlyIf(Pregnancy Is Not Recorded)
  * insert Group(any)
  * action[+]
    * insert Step(lofexidine, Lofexidine, [[0.54 mg four times a day; less in liver or kidney impairment; naltrexone by mouth 2 hours apart.]])
    * insert LofexidineDosingAt(documentation)
    * insert DueBetween(0, 13, d)
    * insert Does(BridgeLofexidine)
  * action[+]
    * insert Step(clonidine, Clonidine, [[Where lofexidine cannot be had; blood pressure first.]])
    * insert DueBetween(0, 13, d)
    * insert Does(BridgeClonidine)
  * action[+]
    * insert Step(single-symptoms, Single symptoms, [[Antiemetic and others; no diarrhoea medicine that is an opioid.]])
    * insert DueBetween(0, 13, d)
    * insert Does(BridgeSymptomsTask)
* action[+]
  * insert Step(score, Score withdrawal, [[COWS every 12 to 24 hours until it is 0. Bands: 5-12 mild, 13-24 moderate, 25-36 moderately severe, above 36 severe.]])
  * insert Because([[Acute withdrawal is a contraindication, and the score shows when it has passed.]])
  * insert OwnDefault(documentation, [[A score of 0 as the aim]])
  * insert Serves(relieved)
  * insert Every(12, h, 10, d)
  * timingTiming.repeat.periodMax = 24
  * insert Does(CowsAssessment)
* action[+]
  * insert Step(wait, Opioid-free interval, [[Until the date given: shortest after short-acting opioids and kratom, longer after regular fentanyl, methadone, buprenorphine and other long-acting opioids, longest after a depot.]])
  * insert ForThePatient([[Take no opioid until this day. Cough and diarrhoea medicines, tramadol and kratom count too.]])
  * insert Because([[Each class leaves the body at its own pace; the slowest decides.]])
  * insert TabletLabelAt(documentation, [[dosage and warnings]])
  * insert FentanylClearanceAt(documentation)
  * insert OwnDefault(documentation, [[The time after the dosing interval of a depot]])
  * insert Serves(started)
  * insert OnlyIf(First Dose Is Planned)
  * insert OnDate(Earliest Safe Start)
  * insert Does(OpioidFreeWaitTask)
* action[+]
  * insert Step(hindered, No date can be given yet, [[Something forbids a start or is not known. Missing data is no clear result.]])
  * insert Because([[A date that rests on gaps would harm.]])
  * insert Serves(started)
  * insert OnlyIf(Start Is Hindered)
  * insert AfterDays(0, d)
  * insert Computed(action.description, Start Obstacle Text)
  * insert Does(ClarifyOpioidsTask)
* action[+]
  * insert Step(recheck, Check on the day of the first dose, [[History, urine with fentanyl, withdrawal score.]])
  * insert Serves(started)
  * insert OnlyIf(First Dose Is Planned)
  * insert OnDate(First Dose Date)
  * insert Does(RecheckOnStartDayTask)
* action[+]
  * insert Step(challenge, Naloxone challenge, [[Just before the first dose. Into a vein 0.2 mg, watch 30 seconds, then 0.6 mg and watch 20 minutes; or under the skin 0.8 mg and watch 20 minutes. Never with withdrawal signs or opioids in the urine. A pass does not shorten the interval.]])
  * insert Because([[It shows physical dependence while the harm is short.]])
  * insert EuropeanProfile(documentation, section 4.2)
  * insert BritishLabelAt(documentation, [[section 4.2, mandatory]])
  * insert InjectionLabelAt(documentation, [[section 5.3, when in doubt]])
  * insert Serves(started)
  * insert OnlyIf(Challenge Is Planned)
  * insert OnDate(First Dose Date)
  * insert Does(NaloxoneChallenge)
* action[+]
  * insert Step(challenge-allergy, No naloxone challenge, [[An allergy to naloxone is on record: no challenge is given. Whether the allergy extends to naltrexone nobody knows: ask before the first dose.]])
  * insert TabletLabelAt(documentation, contraindications)
  * insert Serves(started)
  * insert OnlyIf(Challenge Is Withheld)
  * insert AfterDays(0, d)
  * insert Does(AllergySpecialistTask)
* action[+]
  * insert Step(challenge-failed, The challenge failed, [[Give no naltrexone. Treat the withdrawal, wait 24 hours and repeat; in the EU with 1.6 mg.]])
  * insert EuropeanProfile(documentation, section 4.2)
  * insert Serves(started)
  * insert OnlyIf(Challenge Has Failed)
  * insert AfterDays(1, d)
  * insert Does(RepeatChallengeTask)
* action[+]
  * insert Step(other-way, Another way in, [[When the wait is not tolerated: the supervised rapid start. Detoxification under anaesthesia is not recommended: high risk of adverse events and death. This service offers no order for it, and warns of one.]])
  * insert AsamPocket2015(documentation, [[page 6, anaesthesia-assisted detoxification not recommended]])
  * insert TabletLabelAt(documentation, [[safe use in ultra-rapid detoxification not established]])
  * insert OnlyIf(Rapid Start Is Open)
  * insert Group(at-most-one)
  * action[+]
    * insert Step(supervised-rapid-start, Supervised rapid start, [[In hospital, under close supervision, by its own protocol. Patient and specialist decide.]])
    * insert StudySwift(documentation)
    * insert AsamPocket2015(documentation, [[page 6]])
    * documentation[+].type = #depends-on
    * documentation[=].display = "Supervised rapid start"
    * documentation[=].resource = "https://fhirnaltrexone.example.org/fhir/PlanDefinition/rapid-start"
    * insert AfterDays(0, d)
    * insert Does(RapidStartConsentTask)
* insert UnreadRecords
