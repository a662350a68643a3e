// OD: overdose once naltrexone no longer protects.

RuleSet: OD01
* insert Rule(OD-01, urgent, No overdose reversal agent on record)
* title = "No opioid overdose reversal agent on record"
* description = "Tolerance is lost under naltrexone, and overdose can follow the end of an interval, a missed dose or the end of treatment. Discuss naloxone or nalmefene with patient and family at the start and at every injection, and prescribe it. Records that are too old do not count; how old is set by the site."
* insert Override(patient-has-supply, Patient already has a supply)
* insert InjectionLabel([[sections 2.2 and 5.1]])
* insert AsamGuideline([[naloxone for overdose]])
* insert OrderNaloxoneSpray
* insert TeachOverdoseResponse

RuleSet: OD02
* insert Rule(OD-02, urgent, Naltrexone lapsed)
* title = "Naltrexone lapsed or stopped: opioid tolerance is gone"
* description = "After naltrexone patients react to lower doses of opioids than before; deaths have followed the end of an interval, missed doses and the end of treatment. Reach the patient, check for opioids before the next dose and give it as soon as that is clear, make sure of a reversal agent, or offer agonist treatment."
* insert InjectionLabel([[section 5.1]])
* insert ReachPatient
* insert OrderNaloxoneSpray
* insert OrderUrinePanel
* insert ReferToAddictionTreatment
