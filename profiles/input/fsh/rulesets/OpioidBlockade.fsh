// OP: opioids while naltrexone acts, and after it.

RuleSet: OP01
* insert Rule(OP-01, stat, Opioid ordered while oral naltrexone blocks)
* title = "Oral naltrexone taken lately: this opioid will be blocked"
* description = "Analgesia will fail, and doses high enough to overcome the block can stop breathing. Use regional or non-opioid analgesia, or wait until the last tablet no longer blocks. If an opioid is essential, give it where airway and breathing are watched as under anesthesia."
* insert BlockadeOverrides
* insert AsamGuideline([[pain while on naltrexone]])
* insert InjectionLabel([[sections 5.1 and 5.6]])
* insert RemoveDraftOpioid
* insert PlanAnalgesia

RuleSet: OP02
* insert Rule(OP-02, stat, Opioid ordered while extended-release naltrexone blocks)
* title = "Extended-release naltrexone still acts: this opioid will be blocked"
* description = "The injection blocks opioids for weeks. Toward their end sensitivity rises, so an opioid can fail and overdose can follow. Use NSAID, acetaminophen or regional analgesia; if an opioid is essential, only in a monitored setting."
* insert BlockadeOverrides
* insert InjectionLabel([[sections 5.1 and 5.6]])
* insert AsamGuideline([[pain while on naltrexone]])
* insert RemoveDraftOpioid
* insert PlanAnalgesia

RuleSet: OP03
* insert Rule(OP-03, urgent, Opioid cough or diarrhea medicine during blockade)
* title = "Opioid cough or diarrhea medicine will not work on naltrexone"
* description = "The patient gets no benefit from the opioid part. For cough consider benzonatate, for diarrhea bismuth. Dextromethorphan only with caution."
* insert BlockadeOverrides
* insert InjectionLabel([[drug interactions]])
* insert RemoveDraftOpioid

RuleSet: OP04
* insert Rule(OP-04, urgent, Procedure while naltrexone blocks)
* title = "Procedure while naltrexone acts: plan analgesia ahead"
* description = "Tablets are stopped, and an injection is timed, so long before a planned procedure that naltrexone no longer blocks on its day. Let anesthesia know early and plan regional and non-opioid analgesia. After opioids the opioid-free interval applies again before naltrexone is restarted."
* insert AsamGuideline([[surgery while on naltrexone]])
* insert InjectionLabel([[section 5.6]])
* insert PlanAnalgesia

RuleSet: OP05
* insert Rule(OP-05, urgent, Agonist treatment before naltrexone has cleared)
* title = "Naltrexone not yet cleared: start agonist treatment later and low"
* description = "Wait until naltrexone no longer acts: after an injection that takes weeks. The patient has no physical dependence, so start at a low dose, raise slowly and observe."
* insert AsamGuideline([[switching from naltrexone]])
* insert RemoveDraftOpioid

RuleSet: OP07
* insert Rule(OP-07, urgent, Lost opioid tolerance after naltrexone)
* title = "Tolerance is lost after naltrexone: overdose risk at usual doses"
* description = "After naltrexone patients react to lower doses than before; deaths have followed missed doses and the end of treatment. Give the lowest dose, co-prescribe naloxone and teach patient and family. How long the warning holds is set by the site."
* insert InjectionLabel([[section 5.1]])
* insert OrderNaloxoneSpray
