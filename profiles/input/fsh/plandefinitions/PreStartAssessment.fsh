Instance: PreStartAssessment
InstanceOf: ProtocolPlan
Usage: #definition
Title: "Assessment before a start"
Description: "What has to be known before naltrexone is started: eligibility, opioids of every class, laboratory, mood; and what has to be taught and handed out."
* insert Protocol(pre-start-assessment, PreStartAssessment, Assessment before a start, [[What has to be known before naltrexone is started: eligibility, opioids of every class, laboratory, mood; and what has to be taught and handed out.]])
* insert Topic(assessment, Assessment)
* usage = "Apply as soon as naltrexone is considered, up to 14 days before the planned start. No score decides who is a candidate. Nothing here delays agonist treatment for those who choose it."
* insert UsesSchedule
* insert InjectionLabelAt(relatedArtifact, [[sections 1.2, 4, 5.3, 5.5 and 17]])
* insert TabletLabelAt(relatedArtifact, [[contraindications, warnings, dosage]])
* insert Label2025(relatedArtifact)
* insert StudyMitchell(relatedArtifact)
* insert StudyModerators(relatedArtifact)
* insert KratomReportAt(relatedArtifact)
* insert GuideText(relatedArtifact, suitable candidates)
* insert Goal(assessed, assessment-complete, Assessment complete)
* insert Target($treatment-activity#teaching-done, Teaching done, 14, d)
* insert TargetText([[Eligibility, opioids, laboratory and mood are known, teaching is done]])
* insert Goal(protected, overdose-prevention, Protection from overdose)
* insert Target($treatment-activity#reversal-agent-held, Reversal agent held, 0, d)
* insert TargetText([[Held before leaving the first visit]])
* action[+]
  * insert Step(eligibility, Is naltrexone the right treatment?, [[An adult with opioid use disorder who wants opioid-free care, without an excluding condition. Talk about methadone and buprenorphine too: in a trial more people started buprenorphine than the injection.]])
  * insert ForThePatient([[We talk about what you want, who supports you, and which treatment fits you. There is no test to pass.]])
  * insert Because([[The hurdle of starting is high: in that trial 72 % started the injection, and 94 % buprenorphine.]])
  * insert GuideText(documentation, suitable candidates)
  * insert InjectionLabelAt(documentation, section 1.2)
  * insert StudyXBot(documentation)
  * insert CandidateForm(documentation)
  * insert Serves(assessed)
  * insert DueBetween(0, 14, d)
  * insert Does(CandidateAssessmentTask)
* action[+]
  * insert Step(opioid-history, Opioids of every class, [[Last use of short- and long-acting opioids, depots, fentanyl, tramadol, kratom, cough and diarrhoea medicines; prescription monitoring; the opioid treatment programme.]])
  * insert Because([[The longest interval of all of them decides the start.]])
  * insert TabletLabelAt(documentation, [[warnings and dosage]])
  * insert KratomReportAt(documentation)
  * insert FentanylClearanceAt(documentation)
  * insert Serves(assessed)
  * insert Group(all)
  * action[+]
    * insert Step(last-use, Confirm the last use, [[Ask for each class, look at prescription monitoring, record the date.]])
    * insert DueBetween(0, 14, d)
    * insert Does(ConfirmLastOpioidTask)
  * action[+]
    * insert Step(programme, Ask the treatment programme, [[With the consent that 42 CFR Part 2 asks for. Doses given there are often missing from the chart.]])
    * insert OnlyIf(Agonist Programme Is Recorded)
    * insert DueBetween(0, 14, d)
    * insert Does(ContactAgonistProgrammeTask)
* action[+]
  * insert Step(laboratory, Laboratory, [[Liver, hepatitis B and C, kidneys, platelets before an injection, pregnancy test where it applies, urine with fentanyl.]])
  * insert Because([[Baseline for later changes, and what excludes or changes the start.]])
  * insert GuideText(documentation, [[liver disease, pregnancy]])
  * insert StudyMitchell(documentation)
  * insert Serves(assessed)
  * insert Group(all)
  * action[+]
    * insert Step(hepatic-panel, Hepatic panel, [[Unless recent ALT and AST are on file.]])
    * insert OnlyIf(Baseline Panel Is Asked For)
    * insert AfterDays(0, d)
    * insert Does(HepaticPanel)
  * action[+]
    * insert Step(hepatic-panel-urgent, [[Hepatic panel, urgent]], [[The same with symptoms of hepatitis, or with enzymes and bilirubin or INR raised together: taken today.]])
    * insert OnlyIf(Baseline Liver Test Is Due)
    * insert OnlyIf(Urgent Panel Is Asked For)
    * insert AfterDays(0, d)
    * insert Does(HepaticPanelUrgent)
  * action[+]
    * insert Step(hepatitis-b, Hepatitis B, [[Surface antigen.]])
    * insert DueBetween(0, 14, d)
    * insert Does(HepatitisBSurfaceAntigen)
  * action[+]
    * insert Step(hepatitis-c, Hepatitis C, [[Antibody.]])
    * insert DueBetween(0, 14, d)
    * insert Does(HepatitisCAntibody)
  * action[+]
    * insert Step(kidneys, Kidney function, [[eGFR.]])
    * insert DueBetween(0, 14, d)
    * insert Does(KidneyFunction)
  * action[+]
    * insert Step(platelets, Platelets, [[When an injection is planned.]])
    * insert DueBetween(0, 14, d)
    * insert Does(PlateletCount)
  * action[+]
    * insert Step(pregnancy-test, Pregnancy test, [[Where pregnancy is possible and no recent answer is on file.]])
    * insert OnlyIf(Pregnancy Test Is Asked For)
    * insert DueBetween(0, 14, d)
    * insert Does(UrinePregnancyTest)
  * action[+]
    * insert Step(urine, Urine for opioids, [[Opiates, fentanyl, oxycodone, methadone, buprenorphine and tramadol.]])
    * insert Group(all)
    * action[+]
      * insert Step(urine-opiates, Urine opiates, [[Screen.]])
      * insert DueBetween(0, 14, d)
      * insert Does(UrineOpiatesScreen)
    * action[+]
      * insert Step(urine-fentanyl, Urine fentanyl, [[Screen; a screen for opiates does not see it.]])
      * insert DueBetween(0, 14, d)
      * insert Does(UrineFentanylScreen)
    * action[+]
      * insert Step(urine-oxycodone, Urine oxycodone, [[Screen.]])
      * insert DueBetween(0, 14, d)
      * insert Does(UrineOxycodoneScreen)
    * action[+]
      * insert Step(urine-methadone, Urine methadone, [[Screen.]])
      * insert DueBetween(0, 14, d)
      * insert Does(UrineMethadoneScreen)
    * action[+]
      * insert Step(urine-buprenorphine, Urine buprenorphine, [[Screen.]])
      * insert DueBetween(0, 14, d)
      * insert Does(UrineBuprenorphineScreen)
    * action[+]
      * insert Step(urine-tramadol, Urine tramadol, [[Screen.]])
      * insert DueBetween(0, 14, d)
      * insert Does(UrineTramadolScreen)
* action[+]
  * insert Step(mood, Mood and safety, [[PHQ-9; a positive answer on self-harm asks for a suicide risk assessment on the same day.]])
  * insert Because([[Depression and suicide were seen in people on naltrexone.]])
  * insert InjectionLabelAt(documentation, section 5.5)
  * insert Serves(assessed)
  * insert Group(all)
  * action[+]
    * insert Step(phq-9, PHQ-9, [[Nine questions on mood.]])
    * insert DueBetween(0, 14, d)
    * insert Does(DepressionScreen)
  * action[+]
    * insert Step(suicide-risk, Suicide risk today, [[Thoughts of suicide are on record: assess the risk on this day.]])
    * insert OnlyIf(Suicidal Thoughts Are Recorded)
    * insert AfterDays(0, d)
    * insert Does(SuicideRiskScreen)
* action[+]
  * insert Step(teaching, Teaching before the start, [[How it works, how long to stay without opioids, overdose, card or bracelet.]])
  * insert InjectionLabelAt(documentation, section 17)
  * insert CounsellingChecklist(documentation)
  * insert Serves(assessed)
  * insert Group(all)
  * action[+]
    * insert Step(teach-before-start, Before the first dose, [[How long to stay without opioids, and what counts.]])
    * insert AfterDays(0, d)
    * insert Does(TeachBeforeFirstDose)
  * action[+]
    * insert Step(teach-tolerance, Lost tolerance, [[When overdose threatens.]])
    * insert AfterDays(0, d)
    * insert Does(TeachLostTolerance)
  * action[+]
    * insert Step(teach-alert, Card or bracelet, [[For emergencies.]])
    * insert AfterDays(0, d)
    * insert Does(TeachMedicalAlert)
* action[+]
  * insert Step(overdose-risk, Overdose risk, [[Earlier overdoses, lost tolerance, other sedatives, using alone.]])
  * insert Serves(protected)
  * insert AfterDays(0, d)
  * insert Does(OverdoseRiskAssessment)
* action[+]
  * insert Step(reversal-agent, Reversal agent before leaving, [[Naloxone nasal spray, or nalmefene, for patient and family.]])
  * insert Because([[The weeks without opioids before a start are the most dangerous.]])
  * insert Label2025(documentation)
  * insert Serves(protected)
  * insert OnlyIf(Naloxone May Be Given)
  * insert AfterDays(0, d)
  * insert Does(NaloxoneNasalSpray)
* action[+]
  * insert Step(reversal-agent-allergy, Another reversal agent, [[An allergy to naloxone is on record: no spray is drafted. Ask what may take its place before the patient leaves.]])
  * insert Because([[The weeks without opioids before a start are the most dangerous.]])
  * insert Label2025(documentation)
  * insert Serves(protected)
  * insert OnlyIf(Naloxone Allergy Is Recorded)
  * insert AfterDays(0, d)
  * insert Does(ReversalAgentTask)
* insert UnreadRecords
