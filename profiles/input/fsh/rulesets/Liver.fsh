// HT: liver. Baseline before the start, monitoring on treatment, and reasons to stop.

RuleSet: HT01
* insert Rule(HT-01, urgent, Baseline liver tests missing)
* title = "No liver enzymes on file before starting naltrexone"
* description = "Take ALT and AST before or at the start, and hepatitis B and C serology if not known. Do not hold back an urgent start for them when no liver disease is suspected. How old they may be is set by the site."
* insert Override(lab-drawn-result-pending, [[Sample taken, result pending]])
* insert InjectionLabel([[hepatotoxicity, section 5.4]])
* insert LiverTox
* insert OrderHepaticPanel
* insert OrderHepatitisSerology

RuleSet: HT02
* insert Rule(HT-02, routine, Baseline liver tests old)
* title = "Baseline liver tests are old"
* description = "A fresh baseline makes later results readable. How old it may be is set by the site."
* insert LiverTox
* insert OrderHepaticPanel

RuleSet: HT03
* insert Rule(HT-03, stat, Liver enzymes raised)
* title = "Liver enzymes raised: check before giving naltrexone"
* description = "Trials left out patients above 3 times the upper limit. The higher the enzymes, the sooner something is done: repeat them and look for the cause; when they are far above the limit do not start, or hold, repeat within days and ask hepatology. From which ratio is set by the site. The ratio uses the range of the laboratory where it gave one."
* insert LiverOverrides
* insert InjectionLabel([[hepatotoxicity, section 5.4]])
* insert LiverTox
* insert RemoveDraftNaltrexone
* insert OrderHepaticPanel
* insert ArrangeHepatologyReview

RuleSet: HT04
* insert Rule(HT-04, stat, Possible serious liver injury)
* title = "Enzymes raised with bilirubin or INR: possible serious liver injury"
* description = "Raised enzymes together with bilirubin well above its upper limit, or with a raised INR without an anticoagulant, point to serious injury whatever the cause. Stop naltrexone, repeat the panel with INR today and call hepatology or the emergency department."
* insert LiverOverrides
* insert InjectionLabel([[hepatotoxicity, section 5.4]])
* insert LiverTox
* insert RemoveDraftNaltrexone
* insert OrderUrgentLiverTests
* insert ArrangeHepatologyReview

RuleSet: HT05
* insert Rule(HT-05, urgent, Bilirubin raised)
* title = "Total bilirubin well above its upper limit"
* description = "Enzymes are not raised with it: think of Gilbert syndrome or haemolysis. The direct fraction tells them apart. The limit is a default of this service."
* insert LiverOverrides
* insert LiverTox
* insert OrderDirectBilirubin

RuleSet: HT06
* insert Rule(HT-06, stat, Acute hepatitis or liver failure)
* title = "Acute hepatitis or liver failure recorded: do not give naltrexone"
* description = "In the EU and UK acute hepatitis and liver failure are contraindications. The US label dropped them in 2013 but says to discontinue in acute hepatitis; severe impairment is not studied. Choose another treatment and involve hepatology."
* insert LiverOverrides
* insert BritishLabel([[section 4.3]])
* insert InjectionLabel([[hepatotoxicity, section 5.4]])
* insert RemoveDraftNaltrexone
* insert ArrangeHepatologyReview

RuleSet: HT07
* insert Rule(HT-07, urgent, Cirrhosis or chronic viral hepatitis)
* title = "Cirrhosis or chronic viral hepatitis: naltrexone possible with closer liver monitoring"
* description = "Trial data in hepatitis C are reassuring. Take hepatic panels more often in the first months and refer hepatitis C for treatment. In alcohol-associated liver disease acamprosate or baclofen may be considered."
* insert LiverOverrides
* insert LiverTox
* insert InjectionLabel([[hepatotoxicity, section 5.4]])
* insert OrderHepaticPanel
* insert ArrangeHepatologyReview

RuleSet: HT08
* insert Rule(HT-08, urgent, Liver tests due)
* title = "Liver tests due on naltrexone"
* description = "Closer with chronic liver disease. The months are a default of this service and can be set by the site."
* insert Override(patient-declined, Patient declined)
* insert Override(done-elsewhere, Done elsewhere)
* insert LiverTox
* insert OrderHepaticPanel

RuleSet: HT09
* insert Rule(HT-09, stat, Liver enzymes rising)
* title = "Liver enzymes rising since naltrexone was started"
* description = "Compared with the baseline the enzymes have risen much. Repeat within days, ask about symptoms, alcohol and other medicines, and stop naltrexone if symptoms appear. The limits are defaults of this service."
* insert LiverOverrides
* insert LiverTox
* insert InjectionLabel([[hepatotoxicity, section 5.4]])
* insert OrderHepaticPanel
* insert ArrangeHepatologyReview

RuleSet: HT10
* insert Rule(HT-10, stat, Symptoms of hepatitis)
* title = "Symptoms of hepatitis on naltrexone: stop and test"
* description = "The label says to discontinue naltrexone when symptoms or signs of acute hepatitis appear. Take a hepatic panel with INR today and look for the cause."
* insert InjectionLabel([[hepatotoxicity, section 5.4]])
* insert RemoveDraftNaltrexone
* insert OrderUrgentLiverTests

RuleSet: HT11
* insert Rule(HT-11, urgent, Other liver-toxic medicine)
* title = "Another liver-toxic medicine beside naltrexone"
* description = "Disulfiram, isoniazid, methotrexate, valproate, ketoconazole or much acetaminophen every day add to the risk for the liver. Replace it where possible, else test the liver more often."
* insert TabletLabel([[drug interactions]])
* insert LiverTox
* insert OrderHepaticPanel

RuleSet: HT12
* insert Rule(HT-12, routine, Heavy alcohol use)
* title = "Heavy alcohol use: extra risk for the liver, and the injection wants abstinence at the start"
* description = "Alcohol explains raised enzymes and adds to their cause. For alcohol dependence the injection is meant for patients who can abstain as outpatients before treatment begins."
* insert InjectionLabel([[indications, section 1.1]])
* insert OrderAlcoholCounselling

RuleSet: HT14
* insert Rule(HT-14, routine, Reference range assumed)
* title = "Liver result without a readable reference range: an upper limit was assumed"
* description = "The laboratory gave no upper limit that could be read, so the limit set for this service was used. Ask the laboratory for its range."
* insert LiverTox
* insert ClarifyLiverResult
