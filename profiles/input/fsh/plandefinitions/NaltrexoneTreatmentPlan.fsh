Instance: NaltrexoneTreatmentPlan
InstanceOf: ProtocolPlan
Usage: #definition
Title: "Treatment with naltrexone"
Description: "The whole treatment: assessment, detoxification and start, tablets or injection with liver tests, support, education, side effects, relapse prevention, special groups, long-term treatment and ending."
* insert Protocol(naltrexone-treatment, NaltrexoneTreatmentPlan, Treatment with naltrexone, [[The whole treatment: assessment, detoxification and start, tablets or injection with liver tests, support, education, side effects, relapse prevention, special groups, long-term treatment and ending.]])
* insert Topic(treatment, Treatment)
* usage = "Apply to see all of a treatment at once, or apply its parts one by one when they are due. Where naltrexone already runs, assessment and detoxification fall away and all dates follow the doses on record."
* insert UsesSchedule
* insert StudyXBot(relatedArtifact)
* insert StudyKrupitsky(relatedArtifact)
* insert StudyJarvis(relatedArtifact)
* insert StudyMinozzi(relatedArtifact)
* insert StudyLee(relatedArtifact)
* insert StudyTanum(relatedArtifact)
* insert StudySullivan(relatedArtifact)
* insert StudySwift(relatedArtifact)
* insert GuideText(relatedArtifact, the whole treatment)
* insert Goal(abstinence, opioid-abstinence, Abstinence from opioids)
* insert Target($loinc#19295-5, [[Opiates Screen Ql (U)]], 182, d)
* insert TargetText([[Negative at every visit]])
* action[+]
  * insert Step(assessment, Assessment before a start, [[Only when no naltrexone runs.]])
  * insert OnlyIf(Is New Start)
  * insert Follows(pre-start-assessment)
* action[+]
  * insert Step(induction, Detoxification and induction, [[Only when no naltrexone runs.]])
  * insert OnlyIf(Is New Start)
  * insert Follows(detoxification-induction)
* action[+]
  * insert Step(medicine, Injection or tablets, [[Exactly one of the two. The injection is better kept to; tablets only in limited circumstances.]])
  * insert Because([[Retention was 57.1 % on the injection and 28.1 % on tablets.]])
  * insert StudySullivan(documentation)
  * insert AsamPocket2020(documentation, [[page 25]])
  * insert Group(exactly-one)
  * action[+]
    * insert Step(by-injection, Injection, [[380 mg every 4 weeks.]])
    * insert Follows(extended-release-injection)
  * action[+]
    * insert Step(by-tablets, Tablets, [[A small first dose, then on average 50 mg a day.]])
    * insert Follows(oral-naltrexone)
* action[+]
  * insert Step(special-groups, Special groups of patients, [[Pregnancy, age, kidneys, liver, pain, mental illness, release.]])
  * insert Follows(special-populations)
* action[+]
  * insert Step(education, Patient education, [[Twelve texts.]])
  * insert Follows(patient-education)
* action[+]
  * insert Step(support-plan, Psychosocial and complementary support, [[Offered to all.]])
  * insert Follows(psychosocial-support)
* action[+]
  * insert Step(side-effect-plan, Side effects, [[Ask, relieve, act.]])
  * insert Follows(side-effects)
* action[+]
  * insert Step(relapse-plan, Relapse prevention, [[Triggers, coping, people.]])
  * insert Follows(relapse-prevention)
* action[+]
  * insert Step(long-term, Long-term treatment and ending, [[Reviews, and how to end.]])
  * insert Follows(long-term-treatment)
