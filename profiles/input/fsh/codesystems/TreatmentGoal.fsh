CodeSystem: TreatmentGoal
Id: treatment-goal
Title: "Goals of naltrexone treatment"
Description: "What patient and clinician may want from a treatment with naltrexone."
* insert Metadata
* ^caseSensitive = true
* ^content = #complete
* #opioid-abstinence "Abstinence from opioids" "No opioid is used while naltrexone is taken."
* #treatment-duration "Planned length of treatment" "Treatment goes on at least as long as was agreed."
* #dose-adherence "No dose missed" "Tablets or injections are taken when they are due, so that the block does not lapse."
* #overdose-prevention "Protection from overdose" "Patient and family know of lost tolerance and hold a reversal agent."
* #safe-start "Safe start" "The first dose is taken without precipitated withdrawal."
* #withdrawal-relief "Relief of withdrawal" "Withdrawal is relieved without opioids until it has passed."
* #assessment-complete "Assessment complete" "Everything that a safe start needs is known."
* #liver-safety "Liver safety" "Harm to the liver is noticed early."
* #engagement-in-care "Engagement in care" "Psychosocial care is attended as agreed."
* #side-effects-managed "Side effects managed" "Side effects are noticed, treated, and do not end treatment unnoticed."
* #relapse-prevention "Relapse prevention" "Triggers are known, and a plan for craving and lapses is agreed."
* #mental-health "Mental health" "Low mood and thoughts of suicide are noticed and treated."
* #informed-patient "Informed patient" "The patient knows how the medicine works and what to watch for."
* #safe-ending "Safe ending" "Treatment ends with knowledge of lost tolerance and with another treatment offered."
