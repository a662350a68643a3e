// DO, DI: dose and interval of naltrexone, and lofexidine beside it.

RuleSet: DO01
* insert Rule(DO-01, urgent, First oral dose too high)
* title = "First oral dose too high"
* description = "In opioid use disorder the first dose is a small one (the label gives 25 mg), so that withdrawal, should it come, is milder. Watch the patient; if none appears, the usual dose from the next day. An order without a dose may be taken for the usual one."
* insert TabletLabel(dosage)
* insert BritishLabel([[section 4.2]])
* insert LowerFirstDose
* insert RemoveDraftTablets

RuleSet: DO02
* insert Rule(DO-02, urgent, Dose above usual regimens)
* title = "Naltrexone dose above usual regimens"
* description = "Usual by the labels are 50 mg every day, 100 mg every second day, 150 mg every third day, or 100, 100 and 150 mg on Monday, Wednesday and Friday. By the European labels no single dose exceeds 150 mg: higher doses raise the risk to the liver. Correct the dose or the interval."
* insert BritishLabel([[section 4.2]])
* insert TabletLabel(dosage)
* insert RemoveDraftTablets

RuleSet: DO03
* insert Rule(DO-03, stat, Extended-release dose other than 380 mg)
* title = "Extended-release naltrexone comes only as 380 mg"
* description = "The order states another dose. There is one strength, given whole every 4 weeks or once a month. Correct the dose, or choose tablets."
* insert InjectionLabel([[sections 2.1 and 3]])
* insert CorrectInjectionDose
* insert RemoveDraftInjection

RuleSet: DO04
* insert Rule(DO-04, urgent, Extended-release interval)
* title = "Extended-release injection too early or too late after the last"
* description = "By the label the injection is given every 4 weeks or once a month. Earlier ones add to what is still released; later ones leave days without protection, and when one comes much too late the checks of a new start apply again. The windows around the due day are set by the site."
* insert InjectionLabel([[section 2.1]])
* insert MoveInjection
* insert OrderUrinePanel
* insert ScoreWithdrawal

RuleSet: DO05
* insert Rule(DO-05, urgent, Oral and extended-release naltrexone together)
* title = "Oral naltrexone still active alongside the injection"
* description = "Tablets are not needed together with the injection. Stop them on the day of the injection; a lead-in with tablets is optional."
* insert InjectionDosingSite
* insert StopTablets

RuleSet: DI01
* insert Rule(DI-01, routine, Lofexidine with oral naltrexone)
* title = "Separate oral naltrexone and lofexidine by 2 hours or more"
* description = "Naltrexone tablets may work less when taken within 2 hours of lofexidine. Agree on separate times. The injection is not affected."
* insert LofexidineDosing
* insert StaggerLofexidine
