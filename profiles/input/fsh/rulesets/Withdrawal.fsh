// PW: precipitated withdrawal. What has to be clear before the first dose of naltrexone, and before every later one.

RuleSet: PW01
* insert Rule(PW-01, stat, Opioid supply still current)
* title = "Active opioid on the chart: naltrexone now would precipitate withdrawal"
* description = "An opioid is still being taken or supplied at the planned start. Naltrexone is contraindicated with opioid analgesics and in physical dependence: withdrawal can start within minutes and be severe enough for hospital care. Confirm with the patient what is taken. Stop and document the opioid and wait out the interval, or offer agonist treatment instead."
* insert StartOverrides
* insert TabletLabel(contraindications)
* insert InjectionLabel([[contraindications, section 4]])
* insert RemoveDraftNaltrexone
* insert MoveNaltrexoneStart
* insert OrderUrinePanel
* insert ScoreWithdrawal
* insert ReferToAddictionTreatment

RuleSet: PW02
* insert Rule(PW-02, stat, Short-acting opioid too recent)
* title = "Last short-acting opioid too recent: naltrexone can precipitate withdrawal"
* description = "The label asks for at least 7 to 10 opioid-free days after short-acting opioids, tramadol included. Fentanyl used regularly clears slowly, so the interval after it is longer; kratom can precipitate withdrawal as well. A passed naloxone challenge or a negative urine test does not shorten the interval."
* insert StartOverrides
* insert TabletLabel([[warnings and dosage]])
* insert InjectionLabel([[sections 2.1 and 5.3]])
* insert FentanylClearance
* insert KratomReport
* insert MoveNaltrexoneStart
* insert RemoveDraftNaltrexone
* insert OrderUrinePanel
* insert OrderNaloxoneChallenge

RuleSet: PW03
* insert Rule(PW-03, stat, Long-acting opioid too recent)
* title = "Long-acting opioid stopped too recently: naltrexone can precipitate withdrawal"
* description = "Methadone, buprenorphine, extended-release and transdermal opioids leave the body or the receptor slowly; the label says that withdrawal can be precipitated for as long as two weeks after methadone or buprenorphine. Buprenorphine with naloxone is an agonist product. Wait out the interval, or discuss staying on agonist treatment that works."
* insert StartOverrides
* insert TabletLabel([[dosage, switching from buprenorphine or methadone]])
* insert InjectionLabel([[sections 2 and 5.3]])
* insert MoveNaltrexoneStart
* insert RemoveDraftNaltrexone
* insert OrderNaloxoneChallenge
* insert ReferToAddictionTreatment

RuleSet: PW04
* insert Rule(PW-04, stat, Depot buprenorphine still releasing)
* title = "Depot buprenorphine still releasing: too early for naltrexone"
* description = "A buprenorphine injection or implant goes on releasing through its interval and tails off after it. No label gives a figure; this service asks for the dosing interval and a time set by the site after it. Test urine for buprenorphine and ask a specialist before starting."
* insert StartOverrides
* insert TabletLabel([[dosage, switching from buprenorphine or methadone]])
* insert MoveNaltrexoneStart
* insert RemoveDraftNaltrexone
* insert OrderUrineBuprenorphine
* insert OrderNaloxoneChallenge
* insert ReferToAddictionTreatment

RuleSet: PW05
* insert Rule(PW-05, stat, Positive urine opioid test)
* title = "Urine test positive for an opioid: naltrexone is contraindicated"
* description = "A positive urine screen for opioids is a contraindication. Screening tests cross-react: confirm an unexpected result, and repeat the test before the start. Do not give a naloxone challenge while opioids are in the urine."
* insert StartOverrides
* insert TabletLabel(contraindications)
* insert InjectionLabel([[contraindications, section 4]])
* insert RemoveDraftNaltrexone
* insert OrderUrinePanel

RuleSet: PW06
* insert Rule(PW-06, urgent, No recent negative urine opioid test)
* title = "No recent negative opioid urine test"
* description = "The labels rely on history and a urine test before the first dose. Test for fentanyl, buprenorphine, methadone and oxycodone by name: a general opiate screen misses them. How recent the test has to be is set by the site."
* insert TabletLabel(contraindications)
* insert BritishLabel([[section 4.2]])
* insert OrderUrinePanel

RuleSet: PW07
* insert Rule(PW-07, routine, Urine panel incomplete)
* title = "Urine panel did not cover every opioid that matters"
* description = "General opiate immunoassays miss fentanyl and other synthetic opioids. Test for fentanyl and for each opioid on the record before the first dose."
* insert FentanylClearance
* insert TabletLabel(contraindications)
* insert OrderUrinePanel

RuleSet: PW08
* insert Rule(PW-08, stat, [[Withdrawal score (COWS)]])
* title = "Withdrawal score before naltrexone: check COWS"
* description = "Acute opioid withdrawal is a contraindication. COWS runs from 0 to 48: 5 to 12 is mild, 13 to 24 moderate, 25 to 36 moderately severe, above 36 severe. Treat withdrawal, score again every day, and start only when it has passed."
* insert TabletLabel(contraindications)
* insert InjectionLabel([[contraindications, section 4]])
* insert ScoreWithdrawal
* insert RemoveDraftNaltrexone

RuleSet: PW09
* insert Rule(PW-09, stat, Naloxone challenge failed)
* title = "Naloxone challenge failed: do not start naltrexone"
* description = "Withdrawal signs after naloxone mean that the patient is still dependent. Do not start; treat the symptoms, wait at least 24 hours and repeat the challenge."
* insert StartOverrides
* insert TabletLabel([[contraindications and naloxone challenge]])
* insert BritishLabel([[section 4.2]])
* insert RemoveDraftNaltrexone
* insert OrderNaloxoneChallenge

RuleSet: PW10
* insert Rule(PW-10, urgent, Naloxone challenge missing or old)
* title = "No recent naloxone challenge before the first dose of naltrexone"
* description = "A challenge finds dependence that history and urine miss, and the injection cannot be taken back. A pass is no guarantee and shortens no interval. Never give it with withdrawal signs or opioids in the urine. The UK requires it; the US label advises it when in doubt."
* insert Override(challenge-not-indicated, Naloxone challenge not indicated)
* insert Override(low-dose-oral-test-used, Low oral test dose used instead)
* insert InjectionLabel([[section 5.3]])
* insert BritishLabel([[section 4.2]])
* insert OrderNaloxoneChallenge

RuleSet: PW11
* insert Rule(PW-11, urgent, Opioid-free interval not documented)
* title = "Opioid-free interval not documented"
* description = "Nothing on the record dates the last opioid. Ask about each kind: prescribed and illicit opioids, methadone or buprenorphine, fentanyl, tramadol, kratom, cough and diarrhea medicines. Check the prescription monitoring program and record the date of last use."
* insert InjectionLabel([[section 5.3]])
* insert TabletLabel(warnings)
* insert ConfirmLastOpioid
* insert OrderUrinePanel

RuleSet: PW12
* insert Rule(PW-12, routine, Opioid antidiarrhoeal in use)
* title = "Opioid medicine for diarrhea taken lately"
* description = "Naltrexone will block loperamide, diphenoxylate and belladonna with opium. Ask about the dose: large doses of loperamide count as opioid use. Choose another medicine for diarrhea."
* insert InjectionLabel([[drug interactions and patient counselling]])

RuleSet: PW13
* insert Rule(PW-13, stat, Enrolled in opioid agonist treatment)
* title = "Enrolled in agonist treatment: confirm the last methadone or buprenorphine dose"
* description = "Doses given by a treatment programme are often missing from the chart and from the prescription monitoring program. With the patient's consent (42 CFR Part 2) ask the programme for the last dose. Do not abandon a treatment that works: decide together."
* insert StartOverrides
* insert TabletLabel(contraindications)
* insert AsamGuideline([[switching between medications]])
* insert RemoveDraftNaltrexone
* insert ContactAgonistProgramme
* insert OrderUrinePanel

RuleSet: PW14
* insert Rule(PW-14, stat, Anesthesia-assisted detoxification ordered)
* title = "Anesthesia-assisted rapid detoxification is not recommended"
* description = "Detoxification under anesthesia carries a high risk of adverse events and death, and its use with naltrexone is not established. Plan a standard withdrawal, or a supervised rapid start without anesthesia."
* insert Override(research-protocol, Research protocol)
* insert AsamGuideline([[withdrawal management]])
* insert TabletLabel(warnings)
* insert RemoveDraftAnesthesiaDetox
* insert ReferToAddictionTreatment

RuleSet: PW16
* insert Rule(PW-16, routine, Re-check on the day of the first dose)
* title = "Re-check opioid-free status on the day of the dose"
* description = "The start is still some time away and the tests on file will be older by then. Repeat history, urine test and COWS on the day of the first dose."
* insert InjectionLabel([[section 5.3]])
* insert RecheckOnTheDay

RuleSet: PW17
* insert Rule(PW-17, urgent, Opioid ordered to begin after naltrexone)
* title = "Opioid ordered to begin after naltrexone starts"
* description = "The opioid will be blocked, or tempt an attempt to overcome the block, which can be fatal. Cancel one of the two orders and plan analgesia without opioids."
* insert InjectionLabel([[sections 5.1 and 5.6]])
* insert RemoveDraftNaltrexone
* insert PlanAnalgesia

RuleSet: LB01
* insert Rule(LB-01, routine, Oxycodone screen and naltrexone metabolites)
* title = "Oxycodone screen may be a naltrexone metabolite"
* description = "Naltrexone is broken down to a substance that some screening tests for oxycodone or oxymorphone detect. Confirm by a method that tells the two apart."
* insert NaltrexoneInUrineTests
* insert ConfirmOxycodone
