Instance: NaltrexoneStartChecklist
InstanceOf: StartQuestionnaire
Usage: #definition
Title: "Checklist before naltrexone"
Description: "What to ask before the first dose. No validated score exists and none is computed: answers open a talk, and each date of last use counts for the rules."
* insert InstanceMetadata(naltrexone-start-checklist, Questionnaire/naltrexone-start-checklist)
* name = "NaltrexoneStartChecklist"
* title = "Checklist before naltrexone"
* description = "What to ask before the first dose. No validated score exists and none is computed: answers open a talk, and each date of last use counts for the rules."
* subjectType = #Patient
* insert Ask(motivation, integer, [[How much do you want to be free of opioids, from 1 (little) to 5 (very much)?]])
* item[=].extension[+].url = "http://hl7.org/fhir/StructureDefinition/minValue"
* item[=].extension[=].valueInteger = 1
* item[=].extension[+].url = "http://hl7.org/fhir/StructureDefinition/maxValue"
* item[=].extension[=].valueInteger = 5
* insert Ask(supports, choice, [[Do family or friends who do not use support you?]])
* insert Answer(yes)
* insert Answer(some)
* insert Answer(no)
* insert Ask(housing, choice, [[Where do you live?]])
* insert Answer(stable)
* insert Answer(unstable)
* insert Answer(no home)
* insert Ask(controlled-setting, boolean, [[Did you leave a prison or a hospital in the last weeks, or will you soon?]])
* insert Ask(last-opioid-short, date, [[When did you last use a short-acting opioid, such as oxycodone, hydrocodone or heroin?]])
* insert Ask(last-opioid-methadone, date, [[When did you last take methadone?]])
* insert Ask(last-opioid-buprenorphine, date, [[When did you last take buprenorphine as tablet, film or patch?]])
* insert Ask(last-opioid-depot, date, [[When did you last get buprenorphine as injection or implant?]])
* insert Ask(last-opioid-fentanyl, date, [[When did you last use fentanyl that was not prescribed?]])
* insert Ask(last-opioid-tramadol, date, [[When did you last take tramadol?]])
* insert Ask(last-opioid-kratom, date, [[When did you last take kratom?]])
* insert Ask(withdrawal-now, integer, [[Withdrawal score (COWS) today]])
* item[=].extension[+].url = "http://hl7.org/fhir/StructureDefinition/minValue"
* item[=].extension[=].valueInteger = 0
* item[=].extension[+].url = "http://hl7.org/fhir/StructureDefinition/maxValue"
* item[=].extension[=].valueInteger = 48
* insert Ask(pain-needs-opioid, boolean, [[Do you have pain that needs opioids?]])
* insert Ask(liver-hx, choice, [[Did you ever have a disease of the liver?]])
* insert Answer(none)
* insert Answer(hepatitis)
* insert Answer(cirrhosis)
* insert Answer(raised liver values)
* insert Ask(pregnancy, choice, [[Are you pregnant?]])
* item[=].answerValueSet = Canonical(PregnancyStatuses)
* insert Ask(allergies-xr, boolean, [[Are you allergic to naltrexone or to a part of the injection?]])
* insert Ask(bleeding, boolean, [[Do you bleed easily, or take a medicine against clotting?]])
* insert Ask(formulation-preference, choice, [[Which treatment would you prefer?]])
* insert Answer(tablets)
* insert Answer(monthly injection)
* insert Answer(methadone or buprenorphine)
* insert Ask(otp, boolean, [[Are you enrolled in a programme that gives methadone or buprenorphine?]])
