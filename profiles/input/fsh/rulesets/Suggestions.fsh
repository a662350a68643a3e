// Suggestions a card offers. Each is an action below the action of its rule.

RuleSet: RemoveDraftNaltrexone
* action[+].title = "Remove the naltrexone order"
* action[=].description = "Takes the drafted naltrexone out of the order list."
* action[=].type = $action-type#remove
* action[=]
  * insert Computed(action.resource, Draft Naltrexone References)

RuleSet: MoveNaltrexoneStart
* action[+].title = "Move the start to the first safe date"
* action[=].description = "Changes the start of the drafted naltrexone to the earliest moment at which every recorded opioid is far enough in the past."
* action[=].type = $action-type#update
* action[=]
  * insert Computed(action.resource, Draft References To Move)
  * insert Computed(dosageInstruction.timing.repeat.boundsPeriod.start, First Safe Start)

RuleSet: RemoveDraftOpioid
* action[+].title = "Remove the opioid order"
* action[=].description = "Takes the drafted opioid out of the order list."
* action[=].type = $action-type#remove
* action[=]
  * insert Computed(action.resource, Draft Opioid References)

RuleSet: RemoveDraftAnesthesiaDetox
* action[+].title = "Remove the detoxification order"
* action[=].description = "Takes the drafted detoxification under anesthesia out of the order list."
* action[=].type = $action-type#remove
* action[=]
  * insert Computed(action.resource, Draft Anesthesia Detox References)

// Below a suggestion: it is offered only where the define is true.
RuleSet: OfferedIf(define)
* condition[+].kind = #applicability
* condition[=].expression.language = #text/cql-identifier
* condition[=].expression.expression = "{define}"

// One new resource made from an activity definition.
RuleSet: Create(definition, title, description)
* action[+].title = "{title}"
* action[=].description = "{description}"
* action[=].type = $action-type#create
* action[=].definitionCanonical = Canonical({definition})

// Members of a group: the group carries the label, its members the work.
RuleSet: Member(definition, description)
* action[+].description = "{description}"
* action[=].type = $action-type#create
* action[=].definitionCanonical = Canonical({definition})

RuleSet: OrderUrinePanel
* action[+].title = "Order a urine opioid panel with fentanyl"
* action[=].description = "Opiates, fentanyl, oxycodone, methadone, buprenorphine and tramadol: one order each."
* action[=]
  * insert Member(UrineOpiatesScreen, Order a urine opiates screen)
  * insert Member(UrineFentanylScreen, Order a urine fentanyl screen)
  * insert Member(UrineOxycodoneScreen, Order a urine oxycodone screen)
  * insert Member(UrineMethadoneScreen, Order a urine methadone screen)
  * insert Member(UrineBuprenorphineScreen, Order a urine buprenorphine screen)
  * insert Member(UrineTramadolScreen, Order a urine tramadol screen)

RuleSet: OrderUrineBuprenorphine
* insert Create(UrineBuprenorphineScreen, Order a urine buprenorphine test, Urine screening test for buprenorphine and norbuprenorphine.)

RuleSet: ScoreWithdrawal
* insert Create(CowsAssessment, Score withdrawal with COWS, [[Clinical Opiate Withdrawal Scale, before naltrexone is given.]])

RuleSet: OrderNaloxoneChallenge
* insert Create(NaloxoneChallenge, Order a naloxone challenge, [[Naloxone under observation, only without withdrawal signs and with opioid-free urine.]])
* action[=]
  * insert OfferedIf(Challenge May Be Offered)

RuleSet: OrderNaloxoneSpray
* insert Create(NaloxoneNasalSpray, Prescribe naloxone nasal spray, Overdose reversal agent for patient and family.)
* action[=]
  * insert OfferedIf(Naloxone May Be Offered)

RuleSet: ReferToAddictionTreatment
* insert Create(AddictionTreatmentReferral, Refer to addiction treatment, Referral to a programme that treats substance use disorders.)

RuleSet: OrderHepaticPanel
* insert Create(HepaticPanel, Order a hepatic panel, [[ALT, AST, bilirubin, alkaline phosphatase and proteins in serum.]])

RuleSet: OrderUrgentLiverTests
* action[+].title = "Order hepatic panel, INR and direct bilirubin today"
* action[=].description = "Three urgent orders."
* action[=]
  * insert Member(HepaticPanelUrgent, Order an urgent hepatic panel)
  * insert Member(InrUrgent, Order an urgent INR)
  * insert Member(BilirubinDirectUrgent, Order urgent direct bilirubin)

RuleSet: OrderHepatitisSerology
* action[+].title = "Order hepatitis B and C serology"
* action[=].description = "Hepatitis B surface antigen and hepatitis C antibody: one order each."
* action[=]
  * insert Member(HepatitisBSurfaceAntigen, Order hepatitis B surface antigen)
  * insert Member(HepatitisCAntibody, Order hepatitis C antibody)

RuleSet: OrderDirectBilirubin
* insert Create(BilirubinDirect, Order direct bilirubin, The direct fraction tells Gilbert syndrome and haemolysis from liver disease.)

RuleSet: ArrangeHepatologyReview
* insert Create(HepatologyReviewTask, Plan a hepatology review, Task: ask hepatology whether naltrexone may be given or continued.)

RuleSet: ConfirmLastOpioid
* insert Create(ConfirmLastOpioidTask, Plan to confirm the last opioid use, [[Task: ask the patient, check the prescription monitoring program, record the date.]])

RuleSet: ContactAgonistProgramme
* insert Create(ContactAgonistProgrammeTask, Plan to call the treatment programme, [[Task: with consent, ask the programme for the last dose.]])

RuleSet: RecheckOnTheDay
* insert Create(RecheckOnStartDayTask, Plan the re-check for the day of the dose, [[Task: repeat history, urine test and withdrawal score before the first dose.]])

RuleSet: PlanAnalgesia
* insert Create(PlanAnalgesiaTask, Plan analgesia without opioids, [[Task: agree with anesthesia on regional and non-opioid analgesia.]])

RuleSet: ClarifyLiverResult
* insert Create(ClarifyLiverResultTask, Plan to ask the laboratory, [[Task: ask for value, unit and reference range.]])

RuleSet: OrderAlcoholCounselling
* insert Create(AlcoholCounselling, Order counselling on alcohol, Brief intervention on alcohol use.)

RuleSet: MoveInjection
* action[+].title = "Move the injection to its due date"
* action[=].description = "Changes the start of the drafted injection to the day on which it is due."
* action[=].type = $action-type#update
* action[=]
  * insert Computed(action.resource, Injection References To Move)
  * insert Computed(dosageInstruction.timing.repeat.boundsPeriod.start, Injection Due)

RuleSet: LowerFirstDose
* action[+].title = "Lower the first dose"
* action[=].description = "Changes the dose of the drafted tablets to that of a first day."
* action[=].type = $action-type#update
* action[=]
  * insert Computed(action.resource, First Dose References To Lower)
  * insert Computed(dosageInstruction.doseAndRate.doseQuantity, First Dose)

RuleSet: CorrectInjectionDose
* action[+].title = "Correct the dose to 380 mg"
* action[=].description = "Changes the dose of the drafted injection to the only one there is."
* action[=].type = $action-type#update
* action[=]
  * insert Computed(action.resource, Injection Dose References To Correct)
  * insert Computed(dosageInstruction.doseAndRate.doseQuantity, Injection Dose)

RuleSet: AskHaematology
* insert Create(HaematologyAdviceTask, Plan to ask haematology, [[Task: may the injection be given, and what has to be done before it.]])

RuleSet: OrderInr
* insert Create(InrBeforeInjection, Order an INR, INR before the injection.)

RuleSet: ChooseNeedle
* insert Create(ChooseNeedleTask, Plan to choose the needle, [[Task: assess on the day which needle reaches the muscle.]])

RuleSet: PlanInjectionVisit
* insert Create(InjectionVisitTask, Plan a visit for the injection, [[Task: a health professional prepares and gives it.]])

RuleSet: StopTablets
* insert Create(StopOralNaltrexoneTask, Plan to stop the tablets, [[Task: no more tablets from the day of the injection.]])

RuleSet: StaggerLofexidine
* insert Create(StaggerLofexidineTask, Plan the times of both medicines, [[Task: at least 2 hours between lofexidine and naltrexone tablets.]])

RuleSet: TeachOverdoseResponse
* insert Create(OverdoseCounselling, Order counselling on overdose, [[Patient and family learn to recognise an overdose and to give the reversal agent.]])

RuleSet: ReachPatient
* insert Create(ReachPatientTask, Plan to reach the patient, [[Task: ask about opioids, warn of lost tolerance, plan the next dose.]])

RuleSet: TalkAboutEnd
* insert Create(ContinuityTalkTask, Plan a talk about the end of treatment, [[Task: decide together and plan the follow-up.]])

RuleSet: OrderTherapy
* insert Create(CognitiveBehaviouralTherapy, Refer to cognitive and behavioural therapy, Therapy beside the medicine.)

RuleSet: OrderMotivationalInterviewing
* insert Create(MotivationalInterviewing, Order motivational interviewing, Talk that strengthens the own reasons for change.)

RuleSet: ReferToSupportGroup
* insert Create(SupportGroupReferral, Refer to a support group, Twelve-step or another group of peers.)

RuleSet: ConfirmOxycodone
* insert Create(UrineOxycodoneConfirmation, Order a confirmatory oxycodone test, [[A method that tells oxycodone from what naltrexone is broken down to.]])

RuleSet: RemoveDraftInjection
* action[+].title = "Remove the naltrexone injection"
* action[=].description = "Takes the drafted injection out of the order list; tablets stay."
* action[=].type = $action-type#remove
* action[=]
  * insert Computed(action.resource, Draft Injection References)

RuleSet: RemoveDraftTablets
* action[+].title = "Remove the naltrexone tablets"
* action[=].description = "Takes the drafted tablets out of the order list; an injection stays."
* action[=].type = $action-type#remove
* action[=]
  * insert Computed(action.resource, Draft Tablet References)

RuleSet: ConsiderOralNaltrexone
* insert Create(ConsiderOralNaltrexoneTask, Plan oral naltrexone instead, [[Task: check the excipients of the tablets, which may hold polysorbate 80 or croscarmellose, then decide whether they can take the place of the injection.]])

RuleSet: ArrangePregnancyCare
* insert Create(PregnancyCareTask, Arrange obstetric and addiction care together, [[Task: agree with obstetrics and addiction medicine on the treatment.]])

RuleSet: OrderPregnancyTest
* insert Create(UrinePregnancyTest, Order a urine pregnancy test, Choriogonadotropin in urine.)

RuleSet: TalkAboutContraception
* insert Create(ContraceptionTalkTask, Plan a talk about contraception, [[Task: ask about the wish for children and offer contraception.]])

RuleSet: DocumentBreastFeedingDecision
* insert Create(BreastFeedingDecisionTask, Document the decision on breast-feeding, [[Task: weigh treatment and breast-feeding with the patient and write the decision down.]])

RuleSet: ArrangePainReview
* insert Create(PainReviewTask, Arrange a pain specialist review, [[Task: ask a pain specialist for a plan without opioids.]])

RuleSet: PlanPainRelief
* insert Create(PainReliefPlanTask, Plan pain relief without opioids, [[Task: agree with the patient on pain relief that naltrexone does not block.]])

RuleSet: ArrangeNephrologyReview
* insert Create(NephrologyReviewTask, Plan a nephrology review, [[Task: ask nephrology whether naltrexone may be given, and how to watch it.]])

RuleSet: OrderKidneyFunction
* insert Create(KidneyFunction, [[Order kidney function (eGFR)]], Estimated glomerular filtration rate from creatinine.)

RuleSet: ArrangeAdolescentCare
* insert Create(AdolescentCareTask, Arrange guardian consent and adolescent care, [[Task: consent as state law asks, and referral to a programme for adolescents.]])

RuleSet: ReviewMedicinesAndFalls
* insert Create(MedicinesAndFallsReviewTask, Plan a review of medicines and falls, [[Task: go through all medicines and ask about falls.]])

RuleSet: AssessSuicideRisk
* insert Create(SuicideRiskAssessmentTask, Assess suicide risk today, [[Task: see the patient the same day.]])

RuleSet: MakeSafetyPlan
* insert Create(SafetyPlanTask, Make a safety plan, [[Task: warning signs, ways to cope, people and numbers to call, means out of reach.]])

RuleSet: PlanDepressionCare
* insert Create(DepressionCareTask, Plan treatment of depression, [[Task: look into the depression and treat it beside the opioid use disorder.]])

RuleSet: AskAllergySpecialist
* insert Create(AllergySpecialistTask, Ask an allergy specialist, [[Task: ask whether naltrexone may be given after a reaction to naloxone.]])
