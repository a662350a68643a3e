ValueSet: TreatmentGoals
Id: treatment-goals
Title: "Goals of naltrexone treatment"
Description: "Every goal of the goal code system."
* insert Metadata
* insert OwnCopyright
* $treatment-goal#opioid-abstinence "Abstinence from opioids"
* $treatment-goal#treatment-duration "Planned length of treatment"
* $treatment-goal#dose-adherence "No dose missed"
* $treatment-goal#overdose-prevention "Protection from overdose"
