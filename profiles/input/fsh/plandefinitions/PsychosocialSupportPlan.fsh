Instance: PsychosocialSupportPlan
InstanceOf: ProtocolPlan
Usage: #definition
Title: "Psychosocial and complementary support"
Description: "Counselling, therapies, groups, rewards, complementary offers and case management beside the medicine. Offered to all, never a condition for it."
* insert Protocol(psychosocial-support, PsychosocialSupportPlan, Psychosocial and complementary support, [[Counselling, therapies, groups, rewards, complementary offers and case management beside the medicine. Offered to all, never a condition for it.]])
* insert Topic(treatment, Treatment)
* usage = "Apply at the start and choose with the patient. Lack or refusal of it must not delay medicine (ASAM 2020)."
* insert UsesSchedule
* insert InjectionLabelAt(relatedArtifact, [[section 1, part of a comprehensive programme]])
* insert AsamPocket2020(relatedArtifact, [[page 12, never a precondition]])
* insert GuideText(relatedArtifact, [[combination therapies, psychosocial interventions, case management]])
* insert Goal(engaged, engagement-in-care, Engagement in care)
* insert Target($treatment-activity#support-attended, Support attended, 12, wk)
* insert TargetAtLeast(8, [[{#}]])
* insert OwnDefault([[goal[=].documentation]], [[Eight sessions in twelve weeks]])
* action[+]
  * insert Step(counselling, Weekly counselling, [[Substance use, goals and daily life.]])
  * insert ForThePatient([[A talk each week. You may also take the medicine without it.]])
  * insert Because([[Medicine blocks opioids; people need more than that to change a life.]])
  * insert GuideText(documentation, psychosocial support)
  * insert InjectionLabelAt(documentation, section 1)
  * insert AsamPocket2020(documentation, [[page 12]])
  * insert Serves(engaged)
  * insert Every(1, wk, 12, wk)
  * insert Does(Counselling)
* action[+]
  * insert Step(therapies, Therapies, [[One or more, as patient and clinician choose.]])
  * insert GuideText(documentation, psychosocial interventions)
  * insert Serves(engaged)
  * insert Group(any)
  * action[+]
    * insert Step(cbt, Cognitive behavioural therapy, [[Find and change patterns of thought around use.]])
    * insert DueBetween(0, 14, d)
    * insert Does(CognitiveBehaviouralTherapy)
  * action[+]
    * insert Step(met, Motivational enhancement, [[Strengthen the wish for change and for taking doses.]])
    * insert DueBetween(0, 14, d)
    * insert Does(MotivationalInterviewing)
  * action[+]
    * insert Step(twelve-step, Twelve-step facilitation, [[Way into Narcotics Anonymous and the like.]])
    * insert DueBetween(0, 14, d)
    * insert Does(TwelveStepFacilitation)
  * action[+]
    * insert Step(contingency, Contingency management, [[Rewards for doses taken and urine without opioids.]])
    * insert GuideText(documentation, contingency management)
    * insert DueBetween(0, 14, d)
    * insert Does(ContingencyManagement)
  * action[+]
    * insert Step(relapse-programme, Relapse prevention programme, [[Triggers, skills, plan.]])
    * insert DueBetween(0, 28, d)
    * insert Does(RelapsePreventionProgram)
* action[+]
  * insert Step(groups, Peers, [[Support group, recovery coach.]])
  * insert Serves(engaged)
  * insert Group(any)
  * action[+]
    * insert Step(support-group, Support group, [[Narcotics Anonymous, SMART Recovery or another.]])
    * insert DueBetween(0, 14, d)
    * insert Does(SupportGroupReferral)
  * action[+]
    * insert Step(peer, Recovery coach, [[Someone with the same experience.]])
    * insert DueBetween(0, 14, d)
    * insert Does(PeerRecoverySupport)
* action[+]
  * insert Step(complementary, Complementary offers, [[Options, where the patient wishes them. No study of them was read for this guide.]])
  * insert GuideText(documentation, complementary therapies)
  * insert Group(any)
  * action[+]
    * insert Step(exercise, Exercise and nutrition, [[Health and structure of the day.]])
    * insert DueBetween(0, 28, d)
    * insert Does(ExerciseAndNutrition)
  * action[+]
    * insert Step(mindfulness, Mindfulness, [[Joined with relapse prevention.]])
    * insert DueBetween(0, 28, d)
    * insert Does(MindfulnessRelapsePrevention)
  * action[+]
    * insert Step(acupuncture, Acupuncture, [[An option.]])
    * insert DueBetween(0, 28, d)
    * insert Does(Acupuncture)
* action[+]
  * insert Step(case-management, Case management, [[Housing, work, law.]])
  * insert Because([[A home, work and order take away what drives relapse; homeless patients did better on the injection than on buprenorphine.]])
  * insert GuideText(documentation, case management services)
  * insert StudyModerators(documentation)
  * insert Serves(engaged)
  * insert Group(any)
  * action[+]
    * insert Step(case-manager, Case manager, [[One person keeps it together.]])
    * insert DueBetween(0, 14, d)
    * insert Does(CaseManagement)
  * action[+]
    * insert Step(housing, Housing, [[Homelessness or unstable housing is on record.]])
    * insert OnlyIf(Housing Is Unstable)
    * insert DueBetween(0, 14, d)
    * insert Does(HousingAssistance)
  * action[+]
    * insert Step(work, Work, [[Training and employment.]])
    * insert DueBetween(0, 28, d)
    * insert Does(VocationalTraining)
  * action[+]
    * insert Step(law, Legal help, [[Matters of law that weigh on the patient.]])
    * insert DueBetween(0, 28, d)
    * insert Does(LegalServices)
