Instance: SideEffects
InstanceOf: ProtocolPlan
Usage: #definition
Title: "Side effects"
Description: "What is common and what helps; what is rare and serious and what to do at once; and how often to ask."
* insert Protocol(side-effects, SideEffects, Side effects, [[What is common and what helps; what is rare and serious and what to do at once; and how often to ask.]])
* insert Topic(treatment, Treatment)
* usage = "Apply at the start for the questions at each visit, and again when a side effect is reported: choose the step that fits."
* insert UsesSchedule
* insert InjectionLabelAt(relatedArtifact, [[sections 5.2, 5.5 to 5.8 and 6]])
* insert LiverToxAt(relatedArtifact)
* insert GuideText(relatedArtifact, side effects)
* insert Goal(managed, side-effects-managed, Side effects managed)
* insert Target($treatment-activity#missed-dose, Doses missed, 12, wk)
* insert TargetText([[No dose missed for a side effect that was not talked about]])
* action[+]
  * insert Step(ask, Ask at each visit, [[Every week in the first month: what is common, what is serious, mood.]])
  * insert Because([[Most side effects come early, and silence ends treatment.]])
  * insert GuideText(documentation, regular follow-ups)
  * insert OwnDefault(documentation, [[Weekly for four weeks]])
  * insert Serves(managed)
  * insert Every(1, wk, 4, wk)
  * insert Does(AdherenceReview)
* action[+]
  * insert Step(common, Common, [[Choose what fits; most pass in days to weeks.]])
  * insert GuideText(documentation, common side effects)
  * insert InjectionLabelAt(documentation, section 6)
  * insert Serves(managed)
  * insert Group(any)
  * action[+]
    * insert Step(nausea, Nausea or vomiting, [[With food, an antiemetic, for tablets a lower dose for some days.]])
    * insert ForThePatient([[Take the tablet with food. It mostly gets better within days.]])
    * insert Does(AntiemeticTask)
  * action[+]
    * insert Step(headache, Headache, [[Simple analgesic, no opioid.]])
    * insert ForThePatient([[Take a simple pain reliever within its daily limit.]])
    * insert Does(HeadacheTask)
  * action[+]
    * insert Step(fatigue, Fatigue or somnolence, [[Sleep and activity; no driving while sleepy.]])
    * insert ForThePatient([[Keep regular hours and move a little more each day.]])
    * insert Does(FatigueTask)
  * action[+]
    * insert Step(insomnia, Poor sleep, [[Tablets in the morning, sleep hygiene.]])
    * insert Does(SleepTask)
  * action[+]
    * insert Step(dizziness, Dizziness or fainting, [[Blood pressure, fluids, other medicines.]])
    * insert Does(DizzinessTask)
  * action[+]
    * insert Step(joints, Joint or muscle pain, [[Movement, warmth, simple analgesic.]])
    * insert Does(JointPainTask)
  * action[+]
    * insert Step(appetite, Low appetite, [[Weight; think of liver and mood.]])
    * insert Does(AppetiteTask)
  * action[+]
    * insert Step(site-pain, Pain at the injection site, [[Cold packs, simple analgesic, watch it.]])
    * insert Does(SitePainTask)
* action[+]
  * insert Step(serious, Rare and serious, [[Act at once.]])
  * insert ForThePatient([[Call at once for swelling of the face, trouble breathing, yellow eyes, dark urine, thoughts of harming yourself, or an injection site that gets worse.]])
  * insert GuideText(documentation, rare but serious side effects)
  * insert Serves(managed)
  * insert Group(any)
  * action[+]
    * insert Step(liver, [[Symptoms of hepatitis: stop and test today]], [[Jaundice, dark urine, pain under the right ribs.]])
    * insert OnlyIf(Hepatitis Symptoms Are Recorded)
    * insert Group(all)
    * insert HoldForLiver(liver)
    * insert UrgentLiverTests(liver)
  * action[+]
    * insert Step(depression, Depression, [[High score of PHQ-9: treat beside naltrexone, see more often.]])
    * insert InjectionLabelAt(documentation, section 5.5)
    * insert OnlyIf(Depression Is Scored)
    * insert AfterDays(0, d)
    * insert Does(IntegratedCareTask)
  * action[+]
    * insert Step(suicide, [[Suicidal thoughts: same day]], [[Safety plan today.]])
    * insert InjectionLabelAt(documentation, section 5.5)
    * insert OnlyIf(Suicidal Thoughts Are Recorded)
    * insert AfterDays(0, d)
    * insert Does(SafetyPlanTask)
  * action[+]
    * insert Step(allergy, Allergy or angioedema, [[Emergency treatment; never again naltrexone.]])
    * insert InjectionLabelAt(documentation, [[hypersensitivity and anaphylaxis]])
    * insert Does(AllergyEmergencyTask)
  * action[+]
    * insert Step(pneumonia, Eosinophilic pneumonia, [[Breathlessness with fever: stop and look.]])
    * insert InjectionLabelAt(documentation, [[eosinophilic pneumonia]])
    * insert Does(EosinophilicPneumoniaTask)
  * action[+]
    * insert Step(site-reaction, Severe reaction at the injection site, [[Surgeon on the same day.]])
    * insert InjectionLabelAt(documentation, section 5.2)
    * insert Does(SiteReactionTask)
* action[+]
  * insert Step(teach, Teach what to expect, [[Before the first dose.]])
  * insert Serves(managed)
  * insert AfterDays(0, d)
  * insert Does(TeachCommonSideEffects)
* insert UnreadRecords
