ValueSet: OpioidAgonistProgrammeConditions
Id: opioid-agonist-programme-conditions
Title: "Opioid agonist treatment, conditions"
Description: "Conditions that say the patient is in opioid agonist treatment."
* insert Metadata
* insert SnomedCopyright
* $sct#1081000119105 "Opioid dependence, on agonist therapy"
