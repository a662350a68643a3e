// CT: treatment that goes on, and the support with it.

RuleSet: CT01
* insert Rule(CT-01, routine, Treatment stopped early)
* title = "Naltrexone ends early: was that the plan?"
* description = "No fixed duration is recommended; how long to stay at least is a goal that the site sets. There is no physical dependence, so no taper is needed. Decide together, warn of lost tolerance and plan the follow-up."
* insert AsamGuideline([[duration of treatment]])
* insert TalkAboutEnd
* insert OrderNaloxoneSpray

RuleSet: CT02
* insert Rule(CT-02, routine, No psychosocial support recorded)
* title = "No psychosocial support recorded"
* description = "Naltrexone is part of a programme that includes psychosocial support. Offer counselling, therapy or a group of peers. Lack or refusal of it must never delay the medicine."
* insert Override(patient-declined, Patient declined)
* insert InjectionLabel([[section 1]])
* insert AsamGuideline([[psychosocial treatment]])
* insert OrderTherapy
* insert OrderMotivationalInterviewing
* insert ReferToSupportGroup
* insert ReferToAddictionTreatment
