Instance: RelapsePrevention
InstanceOf: ProtocolPlan
Usage: #definition
Title: "Relapse prevention"
Description: "Triggers and a plan for each, ways to cope with craving, people who support; and what comes after a lapse: the check for opioids before the next dose."
* insert Protocol(relapse-prevention, RelapsePrevention, Relapse prevention, [[Triggers and a plan for each, ways to cope with craving, people who support; and what comes after a lapse: the check for opioids before the next dose.]])
* insert Topic(treatment, Treatment)
* usage = "Apply in the first weeks of treatment and again after a lapse."
* insert UsesSchedule
* insert InjectionLabelAt(relatedArtifact, section 5.1)
* insert AsamPocket2015(relatedArtifact, [[page 9]])
* insert GuideText(relatedArtifact, relapse prevention)
* insert Goal(plan, relapse-prevention, Relapse prevention)
* insert Target($treatment-activity#support-attended, Support attended, 4, wk)
* insert TargetText([[Triggers are named and a written plan is agreed]])
* insert Goal(abstinent, opioid-abstinence, Abstinence from opioids)
* insert Target($loinc#19295-5, [[Opiates Screen Ql (U)]], 26, wk)
* insert TargetText([[Negative at every visit]])
* action[+]
  * insert Step(triggers, Triggers, [[Places and people: avoid where possible. Moods: therapy, support. Pain and illness: treat without opioids.]])
  * insert ForThePatient([[Write down what makes you want to use, and one thing to do instead for each.]])
  * insert GuideText(documentation, identifying triggers)
  * insert Serves(plan)
  * insert DueBetween(0, 14, d)
  * insert Does(TriggerMapTask)
* action[+]
  * insert Step(coping, Coping, [[Watch craving without acting on it, question the thought, do something else.]])
  * insert GuideText(documentation, coping strategies)
  * insert Serves(plan)
  * insert Group(any)
  * action[+]
    * insert Step(mindfulness, Mindfulness, [[Observe craving rise and fall.]])
    * insert DueBetween(0, 28, d)
    * insert Does(MindfulnessRelapsePrevention)
  * action[+]
    * insert Step(restructuring, Cognitive restructuring, [[Challenge the thoughts that lead to use.]])
    * insert DueBetween(0, 28, d)
    * insert Does(CognitiveBehaviouralTherapy)
  * action[+]
    * insert Step(distraction, Distraction, [[Hobbies, movement, company.]])
    * insert AfterDays(0, d)
    * insert Does(TeachTriggersCoping)
* action[+]
  * insert Step(people, People who support, [[Groups, family, friends who do not use.]])
  * insert GuideText(documentation, building support systems)
  * insert Serves(plan)
  * insert Group(any)
  * action[+]
    * insert Step(group, Peer group, [[Narcotics Anonymous, SMART Recovery.]])
    * insert DueBetween(0, 14, d)
    * insert Does(SupportGroupReferral)
  * action[+]
    * insert Step(family, Family, [[Teach and involve, with consent.]])
    * insert DueBetween(0, 14, d)
    * insert Does(FamilyEducation)
* action[+]
  * insert Step(pain, Pain, [[Chronic pain is on record: a plan without opioids.]])
  * insert OnlyIf(Chronic Pain Is Recorded)
  * insert DueBetween(0, 14, d)
  * insert Does(PainReview)
* action[+]
  * insert Step(lapse, After a lapse, [[A dose was missed, or a urine test was positive: the check for opioids comes before the next dose.]])
  * insert ForThePatient([[A lapse is no failure. Come, and tell us before you take the next dose.]])
  * insert Because([[The next dose may meet opioids; and tolerance is gone.]])
  * insert InjectionLabelAt(documentation, [[sections 5.1 and 5.3]])
  * insert Serves(abstinent)
  * insert OnlyIf(Lapse Is Recorded)
  * insert Group(all)
  * action[+]
    * insert Step(lapse-check, Check for opioids, [[Before the next dose.]])
    * insert AfterDays(0, d)
    * insert Does(OpioidFreeCheckTask)
  * action[+]
    * insert Step(lapse-talk, Talk, [[Look at the plan again.]])
    * insert AfterDays(0, d)
    * insert Does(LapsePlanTask)
  * action[+]
    * insert Step(lapse-overdose, Overdose, [[Lost tolerance and reversal agent.]])
    * insert AfterDays(0, d)
    * insert Does(OpioidSafetyCounselling)
