// What is known, as checked against the publications. Each stands with its path: `relatedArtifact` of a plan, `documentation` of a step.
// No source that was read grades its evidence, so no quality of evidence is stated anywhere.

RuleSet: Cite(path, label, citation)
* {path}[+].type = #citation
* {path}[=].label = "{label}"
* {path}[=].citation = "{citation}"

RuleSet: CiteAt(path, label, citation, url)
* insert Cite({path}, [[{label}]], [[{citation}]])
* {path}[=].url = "{url}"

RuleSet: StudyXBot(path)
* insert CiteAt({path}, [[X:BOT 2018: injection or buprenorphine]], [[Lee and others. Lancet 2018;391:309-318. 24 weeks, 8 sites in the US, 570 people. Treatment was started by 204 of 283 (72 %) assigned to the injection and by 270 of 287 (94 %) assigned to buprenorphine with naloxone; counted by assignment buprenorphine did better, among those who had started the two were similar.]], [[https://doi.org/10.1016/S0140-6736(17)32812-X]])

RuleSet: StudyKrupitsky(path)
* insert CiteAt({path}, [[Krupitsky 2011: injection or placebo]], [[Krupitsky and others. Lancet 2011;377:1506-1513. 24 weeks, 13 sites in Russia, 250 people. Median share of weeks confirmed abstinent 90.0 % (69.9-92.4) on the injection and 35.0 % (11.4-63.8) on placebo, p=0.0002; 7 days off opioids were required.]], [[https://doi.org/10.1016/S0140-6736(11)60358-9]])

RuleSet: StudyJarvis(path)
* insert CiteAt({path}, [[Jarvis 2018: starting and staying on the injection]], [[Jarvis and others. Addiction 2018;113:1188-1209. Review of 34 studies of the injection only. Start achieved by 62.6 % (54.5-70.0) when detoxification was needed and 85.0 % (78.0-90.1) otherwise; 44.2 % took all injections; adherence at 6 months 46.7 % in research and 10.5 % in routine care.]], [[https://doi.org/10.1111/add.14180]])

RuleSet: StudyMinozzi(path)
* insert CiteAt({path}, [[Minozzi 2011: tablets]], [[Minozzi and others. Cochrane review CD001333.pub4, 2011. 13 trials, 1158 people: tablets were no better than placebo or no medicine.]], [[https://doi.org/10.1002/14651858.CD001333.pub4]])

RuleSet: StudyLee(path)
* insert CiteAt({path}, [[Lee 2016: offenders after release]], [[Lee and others. New England Journal of Medicine 2016;374:1232-1242. 5 sites, 153 people on the injection and 155 in usual treatment: median time to relapse 10.5 and 5.0 weeks, hazard ratio 0.49 (0.36-0.68).]], [[https://doi.org/10.1056/NEJMoa1505409]])

RuleSet: StudyTanum(path)
* insert Cite({path}, [[Tanum 2017: injection or buprenorphine]], [[Tanum and others. JAMA Psychiatry 2017;74:1197-1205. Norway, 12 weeks, 159 people: the injection was not inferior to buprenorphine with naloxone.]])

RuleSet: StudySullivan(path)
* insert Cite({path}, [[Sullivan 2019: injection or tablets]], [[Sullivan and others. American Journal of Psychiatry 2019. Retention 57.1 % on the injection and 28.1 % on tablets, hazard ratio 2.18.]])

RuleSet: StudySwift(path)
* insert Cite({path}, [[SWIFT 2024: rapid start of the injection]], [[JAMA Network Open, May 2024. 415 people: the injection was started by 62.7 % in the rapid procedure and 35.8 % in the standard one, under close supervision in hospital.]])

RuleSet: StudyModerators(path)
* insert Cite({path}, [[X:BOT moderators 2020]], [[American Journal of Psychiatry 2020, moderators of X:BOT: homeless patients relapsed less on the injection (51.6 %) than on buprenorphine with naloxone (70.4 %).]])

RuleSet: StudyMitchell(path)
* insert Cite({path}, [[Mitchell 2012: liver safety of the injection]], [[Liver safety of the injection, 250 people, as reported in November 2012: more than 3 times the upper limit and decompensation were excluded; at 6 months ALT was above 3 times the limit in 20 % on the injection and 13 % on placebo (p=0.88), AST in 14 % and 11 %.]])

RuleSet: StudyHighDose(path)
* insert Cite({path}, [[Enzymes at high doses]], [[Australian Prescriber: enzymes were raised in 5 of 26 people on 300 mg a day; in the COMBINE trial 12 of 1383 (0.9 %) went above 5 times the limit, mostly on naltrexone, and recovered.]])

RuleSet: LofexidineDosingAt(path)
* insert CiteAt({path}, [[Lofexidine: dosing]], [[Lofexidine dosing pages of the manufacturer: 0.54 mg four times a day, at most 0.72 mg a dose and 2.88 mg a day, up to 14 days, then lowered over 2 to 4 days; oral naltrexone may work less when taken within 2 hours.]], [[https://hcp.lucemyra.com]])

RuleSet: WithdrawalReview(path)
* insert CiteAt({path}, [[Review of clonidine and lofexidine]], [[Cochrane review CD002021.pub4, alpha2-adrenergic agonists for the management of opioid withdrawal.]], [[https://doi.org/10.1002/14651858.CD002021.pub4]])

RuleSet: AsamPocket2015(path, part)
* insert Cite({path}, [[ASAM 2015: {part}]], [[American Society of Addiction Medicine, National Practice Guideline for the use of medications in the treatment of addiction involving opioid use, pocket guide 2015, {part}.]])

RuleSet: AsamPocket2020(path, part)
* insert CiteAt({path}, [[ASAM 2020: {part}]], [[American Society of Addiction Medicine, National Practice Guideline for the treatment of opioid use disorder, 2020 focused update, pocket guide, {part}.]], [[https://doi.org/10.1097/ADM.0000000000000633]])

RuleSet: NewYorkGuideline(path)
* insert CiteAt({path}, [[New York State: substance use in pregnancy]], [[New York State guideline on substance use in pregnancy: do not start naltrexone in pregnant patients who use opioids; discuss it with those already abstinent.]], [[https://www.ncbi.nlm.nih.gov/books/NBK572854/]])

RuleSet: EuropeanProfile(path, part)
* insert Cite({path}, [[EU core safety profile: {part}]], [[Naltrexone, EU core safety profile IE/H/PSUR/0028/001, {part}.]])

RuleSet: Label2025(path)
* insert CiteAt({path}, [[Naltrexone injection 12/2025: reversal agent]], [[Naltrexone for extended-release injectable suspension (Vivitrol), US prescribing information, changes of December 2025, sections 2.2 and 5.1: discuss an overdose reversal agent at the first and every later injection and strongly consider prescribing one.]], [[https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=cd11c435-b0f0-4bb9-ae78-60f101f3703f]])

RuleSet: InjectionLabelAt(path, part)
* insert CiteAt({path}, [[Naltrexone injection: {part}]], [[Naltrexone for extended-release injectable suspension (Vivitrol), US prescribing information of September 2022, {part}.]], [[https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=cd11c435-b0f0-4bb9-ae78-60f101f3703f]])

RuleSet: TabletLabelAt(path, part)
* insert CiteAt({path}, [[Naltrexone tablets: {part}]], [[Naltrexone tablets, US prescribing information, {part}.]], [[https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=74087d2f-468d-4de1-a2fc-a489d0f2abef]])

RuleSet: BritishLabelAt(path, part)
* insert CiteAt({path}, [[Naltrexone 50 mg, UK: {part}]], [[Naltrexone hydrochloride 50 mg tablets, UK summary of product characteristics of 12 July 2023, {part}.]], [[https://www.medicines.org.uk/emc/product/8968/smpc]])

RuleSet: FentanylClearanceAt(path)
* insert CiteAt({path}, [[Slow clearance of fentanyl]], [[Huhn and others, Drug and Alcohol Dependence 2020. 12 people: fentanyl was cleared in 7.3 days (SD 4.9), norfentanyl in 13.3 days (6.9); the longest took 19 and 26 days.]], [[https://doi.org/10.1016/j.drugalcdep.2020.108147]])

RuleSet: KratomReportAt(path)
* insert CiteAt({path}, [[Withdrawal after kratom]], [[Mental Health Clinician 2023;13(3):155-158. Case report of withdrawal precipitated by naltrexone after kratom.]], [[https://doi.org/10.9740/mhc.2023.06.155]])

RuleSet: LiverToxAt(path)
* insert CiteAt({path}, [[LiverTox: naltrexone]], [[LiverTox, Naltrexone, 24 March 2020: enzymes rise in few, apparent injury is rare.]], [[https://www.ncbi.nlm.nih.gov/books/n/livertox/Naltrexone/]])

RuleSet: CounsellingChecklist(path)
* insert Cite({path}, [[Counselling checklist]], [[Patient counselling checklist of the injection's manufacturer.]])

// A general web text without author, date or licence: orientation only.
RuleSet: GuideText(path, part)
* insert Cite({path}, [[Treatment guide: {part}]], [[General treatment guide on naltrexone for opioid dependence, section on {part}; no author or date is named, so it serves as orientation only.]])

// Where no source gives the detail.
RuleSet: OwnDefault(path, what)
* insert Cite({path}, [[Default of this project]], [[{what} is a default of this project without a source and needs a clinician's decision.]])

// The form that a step asks to fill in.
RuleSet: CandidateForm(path)
* {path}[+].type = #depends-on
* {path}[=].display = "Assessment of a candidate for naltrexone"
* {path}[=].resource = "https://fhirnaltrexone.example.org/fhir/Questionnaire/candidate-assessment"
