// Public sources, one rule set each. The label says which part of the source speaks for the rule.
RuleSet: Source(label, display, url)
* documentation[+].type = #documentation
* documentation[=].label = "{label}"
* documentation[=].display = "{display}"
* documentation[=].url = "{url}"

RuleSet: TabletLabel(part)
* insert Source([[Naltrexone tablets: {part}]], [[Naltrexone tablets, US prescribing information, DailyMed]], [[https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=74087d2f-468d-4de1-a2fc-a489d0f2abef]])

RuleSet: InjectionLabel(part)
* insert Source([[Naltrexone injection: {part}]], [[Naltrexone for extended-release injectable suspension (Vivitrol), US prescribing information, DailyMed]], [[https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=cd11c435-b0f0-4bb9-ae78-60f101f3703f]])

RuleSet: BritishLabel(part)
* insert Source([[Naltrexone 50 mg, UK: {part}]], [[Naltrexone hydrochloride 50 mg tablets, UK summary of product characteristics]], [[https://www.medicines.org.uk/emc/product/8968/smpc]])

RuleSet: AsamGuideline(part)
* insert Source([[ASAM guideline: {part}]], [[American Society of Addiction Medicine, National Practice Guideline for the Treatment of Opioid Use Disorder, 2020 focused update]], [[https://doi.org/10.1097/ADM.0000000000000633]])

RuleSet: LiverTox
* insert Source([[LiverTox: naltrexone]], [[LiverTox, Naltrexone, National Institute of Diabetes and Digestive and Kidney Diseases, 2020]], [[https://www.ncbi.nlm.nih.gov/books/n/livertox/Naltrexone/]])

RuleSet: FentanylClearance
* insert Source([[Study: slow clearance of fentanyl]], [[Huhn and others, clearance of fentanyl and norfentanyl in opioid use disorder, Drug and Alcohol Dependence 2020]], [[https://doi.org/10.1016/j.drugalcdep.2020.108147]])

RuleSet: KratomReport
* insert Source([[Case report: withdrawal after kratom]], [[Withdrawal precipitated by naltrexone after kratom, Mental Health Clinician 2023]], [[https://doi.org/10.9740/mhc.2023.06.155]])

RuleSet: InjectionDosingSite
* insert Source([[Vivitrol: dosing and administration]], [[Vivitrol, site of the manufacturer for health professionals]], [[https://www.vivitrolhcp.com/]])

RuleSet: InjectionWarnings
* insert Source([[BuzzRx: Vivitrol warnings]], [[Vivitrol, what to tell before the injection, BuzzRx; a secondary source]], [[https://buzzrx.com/vivitrol/warnings]])

RuleSet: LofexidineDosing
* insert Source([[Lofexidine: dosing]], [[Lucemyra (lofexidine), site of the manufacturer for health professionals]], [[https://hcp.lucemyra.com/]])

RuleSet: NaltrexoneInUrineTests
* insert Source([[Drugs.com: naltrexone and urine tests]], [[Can Vivitrol cause a positive drug test? Drugs.com, 2024; a secondary source]], [[https://www.drugs.com/medical-answers/vivitrol-positive-drug-test-3556008/]])

RuleSet: NewYorkPregnancyGuideline
* insert Source([[New York State guideline: pregnancy]], [[New York State Department of Health AIDS Institute, Substance Use Disorder Treatment in Pregnant Adults, 2021]], [[https://www.ncbi.nlm.nih.gov/books/NBK572854/]])
