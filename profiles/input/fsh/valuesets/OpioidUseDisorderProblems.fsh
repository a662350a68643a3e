ValueSet: OpioidUseDisorderProblems
Id: opioid-use-disorder-problems
Title: "Opioid use disorder on the problem list"
Description: "Opioid use disorder in every state a problem list knows: active, in remission, on agonist treatment."
* insert Metadata
* insert SnomedIcd10cmCopyright
* $sct#75544000 "Opioid dependence"
* $sct#1336192000 "Opioid use disorder (disorder)"
* $sct#191819002 "Continuous opioid dependence"
* $sct#191820008 "Episodic opioid dependence"
* $sct#191821007 "Opioid dependence in remission"
* $sct#1081000119105 "Opioid dependence, on agonist therapy"
* $icd10cm#F11.10 "Opioid abuse, uncomplicated"
* $icd10cm#F11.13 "Opioid abuse with withdrawal"
* $icd10cm#F11.20 "Opioid dependence, uncomplicated"
* $icd10cm#F11.21 "Opioid dependence, in remission"
* $icd10cm#F11.23 "Opioid dependence with withdrawal"
* $icd10cm#F11.90 "Opioid use, unspecified, uncomplicated"
* $icd10cm#F11.93 "Opioid use, unspecified with withdrawal"
