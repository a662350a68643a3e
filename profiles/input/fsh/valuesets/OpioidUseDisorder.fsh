ValueSet: OpioidUseDisorder
Id: opioid-use-disorder
Title: "Opioid use disorder"
Description: "Reasons that make an order for methadone or buprenorphine treatment of opioid use disorder."
* insert Metadata
* insert SnomedIcd10cmCopyright
* $sct#75544000 "Opioid dependence"
* $sct#1336192000 "Opioid use disorder (disorder)"
* $icd10cm#F11.10 "Opioid abuse, uncomplicated"
* $icd10cm#F11.13 "Opioid abuse with withdrawal"
* $icd10cm#F11.20 "Opioid dependence, uncomplicated"
* $icd10cm#F11.21 "Opioid dependence, in remission"
* $icd10cm#F11.23 "Opioid dependence with withdrawal"
* $icd10cm#F11.90 "Opioid use, unspecified, uncomplicated"
* $icd10cm#F11.93 "Opioid use, unspecified with withdrawal"
