Instance: SpecialPopulations
InstanceOf: ProtocolPlan
Usage: #definition
Title: "Special groups of patients"
Description: "What is different in pregnancy and breast-feeding, for minors and older adults, with kidney or liver disease, with chronic pain, with mental illness, and around release from prison. A step whose condition the record cannot decide stays, marked."
* insert Protocol(special-populations, SpecialPopulations, Special groups of patients, [[What is different in pregnancy and breast-feeding, for minors and older adults, with kidney or liver disease, with chronic pain, with mental illness, and around release from prison. A step whose condition the record cannot decide stays, marked.]])
* insert Topic(treatment, Treatment)
* usage = "Apply before a start and when something changes. What the record does not tell has to be asked."
* insert UsesSchedule
* insert NewYorkGuideline(relatedArtifact)
* insert InjectionLabelAt(relatedArtifact, [[section 8, use in specific populations]])
* insert EuropeanProfile(relatedArtifact, [[sections 4.2 and 4.3, elderly, kidney and liver]])
* insert AsamPocket2015(relatedArtifact, [[page 21, criminal justice]])
* insert StudyLee(relatedArtifact)
* insert GuideText(relatedArtifact, specific patient groups)
* insert Goal(safe, safe-start, Safe start)
* insert Target($treatment-activity#teaching-done, Teaching done, 14, d)
* insert TargetText([[Each special circumstance is known and weighed before the first dose]])
* action[+]
  * insert Step(pregnancy, Pregnancy, [[Do not start withdrawal to give naltrexone; in active use an agonist is preferred. Data are insufficient: joint review by obstetrics and addiction medicine. Talk about going on in those already abstinent.]])
  * insert ForThePatient([[Tell us if you are or may be pregnant. Other medicines may be safer for you and the child.]])
  * insert NewYorkGuideline(documentation)
  * insert GuideText(documentation, pregnant women)
  * insert Serves(safe)
  * insert OnlyIf(Pregnancy Is Recorded)
  * insert AfterDays(0, d)
  * insert Does(ObstetricReview)
* action[+]
  * insert Step(pregnancy-unknown, Pregnancy is possible and not answered, [[Ask, or test with consent.]])
  * insert Serves(safe)
  * insert OnlyIf(Pregnancy Test Is Asked For)
  * insert AfterDays(0, d)
  * insert Does(UrinePregnancyTest)
* action[+]
  * insert Step(lactation, Breast-feeding, [[Weigh the transfer to milk.]])
  * insert InjectionLabelAt(documentation, section 8)
  * insert Serves(safe)
  * insert OnlyIf(Breast Feeding Is Recorded)
  * insert AfterDays(0, d)
  * insert Does(LactationTalkTask)
* action[+]
  * insert Step(minor, Minor, [[Off label: consent of a guardian as state law asks, family, a programme for young people.]])
  * insert GuideText(documentation, adolescents and young adults)
  * insert Serves(safe)
  * insert OnlyIf(Is A Minor)
  * insert AfterDays(0, d)
  * insert Does(GuardianConsentTask)
* action[+]
  * insert Step(older, Older adult, [[Kidneys, other medicines, falls. The guide speaks of lower doses; no source defines one, so none is proposed.]])
  * insert GuideText(documentation, older adults)
  * insert EuropeanProfile(documentation, [[use in the elderly not established]])
  * insert Serves(safe)
  * insert OnlyIf(Is An Older Adult)
  * insert AfterDays(0, d)
  * insert Does(OlderAdultTask)
* action[+]
  * insert Step(kidneys, Kidney disease, [[Reduced function asks for caution; in severe impairment the EU profile contraindicates.]])
  * insert EuropeanProfile(documentation, [[section 4.3, severe renal impairment]])
  * insert Serves(safe)
  * insert OnlyIf(Kidney Function Is Reduced)
  * insert AfterDays(0, d)
  * insert Does(KidneyCautionTask)
* action[+]
  * insert Step(liver, Liver disease, [[Possible in compensated disease with closer tests; not in acute hepatitis or liver failure.]])
  * insert StudyMitchell(documentation)
  * insert BritishLabelAt(documentation, [[acute hepatitis and liver failure contraindicated]])
  * insert Serves(safe)
  * insert OnlyIf(Liver Disease Is Recorded)
  * insert AfterDays(0, d)
  * insert Does(HepatologyReviewTask)
* action[+]
  * insert Step(pain, Chronic pain, [[On opioids: not a candidate. Otherwise a plan for pain without opioids before the first dose.]])
  * insert GuideText(documentation, chronic pain conditions)
  * insert Serves(safe)
  * insert OnlyIf(Chronic Pain Is Recorded)
  * insert AfterDays(0, d)
  * insert Does(PainReview)
* action[+]
  * insert Step(mental-illness, Mental illness, [[One plan for both, interactions looked at, visits more often.]])
  * insert GuideText(documentation, co-occurring mental health disorders)
  * insert Serves(safe)
  * insert OnlyIf(Mental Illness Is Recorded)
  * insert AfterDays(0, d)
  * insert Does(IntegratedCareTask)
* action[+]
  * insert Step(release, Around release from prison or hospital, [[Start at least 30 days before release; next visit booked outside; reversal agent at the gate.]])
  * insert AsamPocket2015(documentation, [[page 21]])
  * insert StudyLee(documentation)
  * insert GuideText(documentation, leaving controlled environments)
  * insert Serves(safe)
  * insert OnlyIf(Leaves A Controlled Setting)
  * insert AfterDays(0, d)
  * insert Does(ReleasePlanTask)
* insert UnreadRecords
