// MH: mood. Never a reason to simply stop treatment of the opioid use disorder.

RuleSet: MH01
* insert Rule(MH-01, stat, Suicidal thoughts)
* title = "Suicidal thoughts reported: assess today"
* description = "Depressed mood and suicidality were seen in trials of naltrexone and after it came to market. See the patient the same day, make a safety plan, involve family with consent. Do not simply stop treatment of the opioid use disorder: relapse is a danger of its own. How far back answers count is set by the site."
* insert InjectionLabel([[depression and suicidality, section 5.5]])
* insert AssessSuicideRisk
* insert MakeSafetyPlan

RuleSet: MH02
* insert Rule(MH-02, routine, Depression score)
* title = "High depression score: treat depression as well"
* description = "A PHQ-9 total of 10 to 14 is moderate, 15 to 19 moderately severe, 20 and above severe. Look into it and treat depression beside the opioid use disorder, in one place where possible."
* insert InjectionLabel([[depression and suicidality, section 5.5]])
* insert PlanDepressionCare
