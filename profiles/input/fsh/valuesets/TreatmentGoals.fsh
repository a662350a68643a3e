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
* $treatment-goal#safe-start "Safe start"
* $treatment-goal#withdrawal-relief "Relief of withdrawal"
* $treatment-goal#assessment-complete "Assessment complete"
* $treatment-goal#liver-safety "Liver safety"
* $treatment-goal#engagement-in-care "Engagement in care"
* $treatment-goal#side-effects-managed "Side effects managed"
* $treatment-goal#relapse-prevention "Relapse prevention"
* $treatment-goal#mental-health "Mental health"
* $treatment-goal#informed-patient "Informed patient"
* $treatment-goal#safe-ending "Safe ending"
