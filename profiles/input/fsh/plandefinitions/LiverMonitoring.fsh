Instance: LiverMonitoring
InstanceOf: ProtocolPlan
Usage: #definition
Title: "Liver monitoring"
Description: "Enzymes before the start, at months 1, 3 and 6, then every 6 months; also at month 2 with chronic liver disease or raised enzymes. And what to do at which result."
* insert Protocol(liver-monitoring, LiverMonitoring, Liver monitoring, [[Enzymes before the start, at months 1, 3 and 6, then every 6 months; also at month 2 with chronic liver disease or raised enzymes. And what to do at which result.]])
* insert Topic(treatment, Treatment)
* usage = "Apply before a start, and again whenever a result comes in: in a running treatment the next test follows the treatment's start and the results on file. The months are a default of this project; the tiers lean on what trials excluded."
* insert UsesSchedule
* insert LiverToxAt(relatedArtifact)
* insert StudyMitchell(relatedArtifact)
* insert StudyHighDose(relatedArtifact)
* insert InjectionLabelAt(relatedArtifact, [[section 5, stop in acute hepatitis]])
* insert BritishLabelAt(relatedArtifact, [[acute hepatitis and liver failure contraindicated]])
* insert GuideText(relatedArtifact, hepatotoxicity)
* insert OwnDefault(relatedArtifact, [[The schedule of months]])
* insert Goal(liver-safe, liver-safety, Liver safety)
* insert Target($loinc#1742-6, ALT, 6, mo)
* insert TargetText([[Below 3 times the upper limit of its laboratory]])
* insert Target($loinc#1920-8, [[Aspartate aminotransferase [Enzymatic activity/volume] in Serum or Plasma]], 6, mo)
* insert TargetText([[Below 3 times the upper limit of its laboratory]])
* action[+]
  * insert Step(baseline, Liver tests before the start, [[Hepatic panel unless ALT and AST are on file that are at most 90 days old. Do not delay an urgent start when no liver disease is suspected.]])
  * insert Because([[Later changes can only be judged against a baseline.]])
  * insert LiverToxAt(documentation)
  * insert OwnDefault(documentation, [[The age of 90 days]])
  * insert Serves(liver-safe)
  * insert OnlyIf(Baseline Panel Is Asked For)
  * insert AfterDays(0, d)
  * insert Does(HepaticPanel)
* action[+]
  * insert Step(schedule, Liver tests after a start, [[Counted from the first dose.]])
  * insert Because([[Raised enzymes come early and without symptoms.]])
  * insert OwnDefault(documentation, [[The schedule of months]])
  * insert Serves(liver-safe)
  * insert OnlyIf(First Dose Is Planned)
  * insert Group(all)
  * action[+]
    * insert Step(month-1, Hepatic panel at month 1, [[One month after the first dose.]])
    * insert OnDate(Liver Test Date Of Month 1)
    * insert Does(HepaticPanel)
  * action[+]
    * insert Step(month-2, [[Hepatic panel at month 2: closer schedule]], [[With chronic liver disease, or enzymes from 1.5 times the limit, the first three months are tested monthly.]])
    * insert OnlyIf(Close Liver Schedule Applies)
    * insert OnDate(Liver Test Date Of Month 2)
    * insert Does(HepaticPanel)
  * action[+]
    * insert Step(month-3, Hepatic panel at month 3, [[Three months after the first dose.]])
    * insert OnDate(Liver Test Date Of Month 3)
    * insert Does(HepaticPanel)
  * action[+]
    * insert Step(month-6, Hepatic panel at month 6, [[Six months after the first dose.]])
    * insert OnDate(Liver Test Date Of Month 6)
    * insert Does(HepaticPanel)
  * action[+]
    * insert Step(month-12, Hepatic panel at month 12 and then every 6 months, [[As long as treatment goes on.]])
    * insert OnDate(Liver Test Date Of Month 12)
    * insert Does(HepaticPanel)
* action[+]
  * insert Step(next-test, Next liver test, [[By the schedule from the start of treatment and the results on file; when it is overdue, today, unless urgent tests are ordered for today.]])
  * insert Because([[Raised enzymes come early and without symptoms.]])
  * insert OwnDefault(documentation, [[The schedule of months]])
  * insert Serves(liver-safe)
  * insert OnlyIf(Scheduled Panel Is Asked For)
  * insert OnDate(Next Liver Test Date)
  * insert Does(HepaticPanel)
* action[+]
  * insert Step(test-after-next, The test after that, [[By the schedule.]])
  * insert Serves(liver-safe)
  * insert OnlyIf(Liver Schedule Runs)
  * insert OnDate(Liver Test After Next Date)
  * insert Does(HepaticPanel)
* action[+]
  * insert Step(no-result, No usable result on file, [[Without ALT or AST nothing can be said about the liver. Absence of a result is not a normal result.]])
  * insert OnlyIf(Panel Without Result Is Asked For)
  * insert AfterDays(0, d)
  * insert Does(HepaticPanel)
* action[+]
  * insert Step(on-result, What the newest results ask for, [[ALT and AST against the upper limit of their own laboratory.]])
  * insert Because([[The higher the enzymes, the sooner must something be done.]])
  * insert StudyMitchell(documentation)
  * insert StudyHighDose(documentation)
  * insert Serves(liver-safe)
  * insert OnlyIf(Liver Result On File)
  * insert Group(any)
  * action[+]
    * insert Step(from-3-times, [[From 3 to below 5 times the limit: repeat within 2 weeks]], [[Look for the cause: alcohol, hepatitis, other medicines. Sooner when rising.]])
    * insert OnlyIf(Enzymes Ask For Repeat)
    * insert DueBetween(0, 14, d)
    * insert Does(HepaticPanel)
  * action[+]
    * insert Step(from-5-times, [[From 5 times the limit: stop]], [[Hold or do not start naltrexone; repeat within days; ask hepatology.]])
    * insert OnlyIf(Enzymes Ask To Stop)
    * insert AfterDays(0, d)
    * insert Does(StopNaltrexoneTask)
  * action[+]
    * insert Step(injury, [[Enzymes with bilirubin or INR: stop, urgent]], [[Possible serious liver injury: stop naltrexone, panel with INR and direct bilirubin today, hepatology or emergency department.]])
    * insert OnlyIf(Liver Injury Is Likely)
    * insert Group(all)
    * insert HoldForLiver(injury)
    * insert UrgentLiverTests(injury)
    * action[+]
      * insert Step(injury-hepatology, Hepatology or emergency department, Today.)
      * insert AfterDays(0, d)
      * insert Does(HepatologyReviewTask)
* action[+]
  * insert Step(symptoms, [[Symptoms of hepatitis: stop and test today]], [[Jaundice, dark urine, pain under the right ribs, itching, lasting fatigue or loss of appetite.]])
  * insert ForThePatient([[Stop and call us at once if your urine turns dark, your eyes or skin turn yellow, or your belly hurts for days.]])
  * insert InjectionLabelAt(documentation, [[section 5, stop in acute hepatitis]])
  * insert Serves(liver-safe)
  * insert OnlyIf(Hepatitis Symptoms Are Recorded)
  * insert Group(all)
  * insert HoldForLiver(symptoms)
  * action[+]
    * insert Step(symptoms-tests, Tests today, [[Unless the step on likely injury orders them already.]])
    * insert OnlyIf(Symptoms Ask For Tests)
    * insert Group(all)
    * insert UrgentLiverTests(symptoms)
* insert UnreadRecords
