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
