Instance: LongTermTreatment
InstanceOf: ProtocolPlan
Usage: #definition
Title: "Long-term treatment and ending"
Description: "As long as planned at least, then as long as it helps, with a review every six months; and how to end: no taper, lost tolerance, a reversal agent, agonist treatment offered at the right time."
* insert Protocol(long-term-treatment, LongTermTreatment, Long-term treatment and ending, [[As long as planned at least, then as long as it helps, with a review every six months; and how to end: no taper, lost tolerance, a reversal agent, agonist treatment offered at the right time.]])
* insert Topic(treatment, Treatment)
* usage = "Apply in a running treatment for the dates of review, and when the end is considered: choose between going on and ending."
* insert UsesSchedule
* insert GuideText(relatedArtifact, long-term use)
* insert AsamPocket2015(relatedArtifact, [[page 9, no recommended length, change to agonists]])
* insert InjectionLabelAt(relatedArtifact, section 5.1)
* insert StudyJarvis(relatedArtifact)
* insert StudyKrupitsky(relatedArtifact)
* insert Goal(half-a-year, treatment-duration, Planned length of treatment)
* insert Target($treatment-activity#missed-dose, Doses missed, 182, d)
* insert DueAfter(Planned Length)
* insert TargetText([[At least as long as planned; there is no upper limit]])
* insert Goal(safe-end, safe-ending, Safe ending)
* insert Target($treatment-activity#reversal-agent-held, Reversal agent held, 0, d)
* insert TargetText([[Held, and lost tolerance understood, before treatment ends]])
* action[+]
  * insert Step(half-year-review, Review when the planned time is over, [[Abstinence, doses, side effects, mood, liver, quality of life, cost. Longer treatment helps many; each case is its own.]])
  * insert Because([[The length of treatment is individual; the guide names 6 months at least.]])
  * insert GuideText(documentation, duration of treatment)
  * insert AsamPocket2015(documentation, [[no recommended length]])
  * insert Serves(half-a-year)
  * insert OnlyIf(Half Year Is Planned)
  * insert OnDate(Half Year Date)
  * insert Does(TreatmentReviewTask)
* action[+]
  * insert Step(further-reviews, A review every six months, [[As long as treatment goes on; for the next two years.]])
  * insert OwnDefault(documentation, [[Every six months]])
  * insert Serves(half-a-year)
  * insert OnlyIf(Half Year Is Planned)
  * insert RelatedBy(half-year-review, after-start, 6, mo)
  * insert Every(6, mo, 24, mo)
  * insert Does(TreatmentReviewTask)
* action[+]
  * insert Step(adherence, Help with staying, [[Doses are missed most on tablets: supervised doses or the injection; reminders.]])
  * insert GuideText(documentation, challenges of long-term use)
  * insert StudyJarvis(documentation)
  * insert DueBetween(0, 28, d)
  * insert Does(AdherenceSupport)
* action[+]
  * insert Step(ending, When treatment ends, [[No taper is needed: naltrexone makes no dependence. The weeks after are dangerous.]])
  * insert ForThePatient([[Talk with us before you stop. Keep naloxone. Your tolerance is gone.]])
  * insert InjectionLabelAt(documentation, section 5.1)
  * insert AsamPocket2015(documentation, [[page 9]])
  * insert Serves(safe-end)
  * insert OnlyIf(Naltrexone Was Taken)
  * insert Group(any)
  * action[+]
    * insert Step(ending-plan, Plan the end, [[When, why, what instead, how to come back.]])
    * insert AfterDays(0, d)
    * insert Does(StopPlanTask)
  * action[+]
    * insert Step(ending-tolerance, Warn of lost tolerance, [[Patient and family.]])
    * insert AfterDays(0, d)
    * insert Does(OpioidSafetyCounselling)
  * action[+]
    * insert Step(ending-naloxone, Reversal agent, [[A fresh one to take along.]])
    * insert Label2025(documentation)
    * insert OnlyIf(Naloxone May Be Given)
    * insert AfterDays(0, d)
    * insert Does(NaloxoneNasalSpray)
  * action[+]
    * insert Step(ending-naloxone-allergy, Another reversal agent, [[An allergy to naloxone is on record: no spray is drafted. Ask what may take its place.]])
    * insert Label2025(documentation)
    * insert OnlyIf(Naloxone Allergy Is Recorded)
    * insert AfterDays(0, d)
    * insert Does(ReversalAgentTask)
  * action[+]
    * insert Step(ending-agonist, Offer agonist treatment, [[At a low dose, from the day on which the last tablet or injection no longer stands in the way.]])
    * insert Because([[Agonists protect those who cannot or will not stay on naltrexone.]])
    * insert AsamPocket2015(documentation, [[page 9, 24 hours after tablets, 30 days after the injection]])
    * insert Group(at-most-one)
    * action[+]
      * insert Step(ending-methadone, Methadone, [[By a programme.]])
      * insert OnDate(Agonist Offer From)
      * insert Does(OfferMethadone)
    * action[+]
      * insert Step(ending-buprenorphine, Buprenorphine, [[By a prescriber.]])
      * insert OnDate(Agonist Offer From)
      * insert Does(OfferBuprenorphine)
