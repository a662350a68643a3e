// Templates: what the answers become. Each class of opioid has its own, because each answer counts.
Instance: last-use-short
InstanceOf: Observation
Usage: #inline
* insert LastUse(short-acting, [[Short-acting opioid]])

Instance: last-use-methadone
InstanceOf: Observation
Usage: #inline
* insert LastUse(long-acting, [[Long-acting opioid]])

Instance: last-use-buprenorphine
InstanceOf: Observation
Usage: #inline
* insert LastUse(long-acting, [[Long-acting opioid]])

Instance: last-use-depot
InstanceOf: Observation
Usage: #inline
* insert LastUse(depot-buprenorphine, [[Depot buprenorphine]])

Instance: last-use-fentanyl
InstanceOf: Observation
Usage: #inline
* insert LastUse(illicit-fentanyl, [[Illicit fentanyl]])

Instance: last-use-tramadol
InstanceOf: Observation
Usage: #inline
* insert LastUse(short-acting, [[Short-acting opioid]])

Instance: last-use-kratom
InstanceOf: Observation
Usage: #inline
* insert LastUse(kratom, [[Kratom]])

Instance: challenge
InstanceOf: Observation
Usage: #inline
* insert AnsweredObservation(procedure)
* code = $observation#naloxone-challenge "Naloxone challenge"
* insert Filled(effectiveDateTime, [[answer.item.where(linkId = 'challenge-time').answer.value]])
* insert Filled(valueCodeableConcept.coding, answer.value)

Instance: CandidateAssessment
InstanceOf: StartQuestionnaire
Usage: #definition
Title: "Assessment of a candidate for naltrexone"
Description: "What to ask before naltrexone is planned. No validated score exists and none is computed: hard exclusions are a checklist, the other answers open a talk. What the rules read becomes observations."
* insert InstanceMetadata(candidate-assessment, Questionnaire/candidate-assessment)
* name = "CandidateAssessment"
* title = "Assessment of a candidate for naltrexone"
* description = "What to ask before naltrexone is planned. No validated score exists and none is computed: hard exclusions are a checklist, the other answers open a talk. What the rules read becomes observations."
* copyright = "LOINC codes are copyright of Regenstrief Institute, Inc. and the LOINC Committee (https://loinc.org/license). SNOMED CT is the property of SNOMED International. The Columbia Suicide Severity Rating Scale is under copyright and used by permission only: its item texts are not here."
* subjectType = #Patient
* contained[+] = last-use-short
* contained[+] = last-use-methadone
* contained[+] = last-use-buprenorphine
* contained[+] = last-use-depot
* contained[+] = last-use-fentanyl
* contained[+] = last-use-tramadol
* contained[+] = last-use-kratom
* contained[+] = challenge
* extension[+].url = $form-variable
* extension[=].valueExpression.name = "uses"
* extension[=].valueExpression.language = #text/fhirpath
* extension[=].valueExpression.expression = "%resource.item.where(linkId.startsWith('last-opioid-')).answer.value.ofType(date)"
* extension[+].url = $form-variable
* extension[=].valueExpression.name = "days"
* extension[=].valueExpression.language = #text/fhirpath
// The last use, and the day of the answers: both as number of days, by the usual formula for the Gregorian calendar.
* extension[=].valueExpression.expression = "iif(%uses.exists() and %uses.all(toString().length() = 10) and %resource.authored.toString().length() >= 10, (%uses.aggregate(iif($total.empty() or $this > $total, $this, $total)).toString() | %resource.authored.toString().substring(0, 10)).select(367 * substring(0, 4).toInteger() - 7 * (substring(0, 4).toInteger() + (substring(5, 2).toInteger() + 9) div 12) div 4 - 3 * ((substring(0, 4).toInteger() + (substring(5, 2).toInteger() - 9) div 7) div 100 + 1) div 4 + 275 * substring(5, 2).toInteger() div 9 + substring(8, 2).toInteger()), {})"

* insert Ask(about, display, [[No score decides who can take naltrexone. The exclusions below are hard; all other answers open a talk.]])
* insert Ask(motivation, integer, [[How much do you want to be free of opioids, from 1 (little) to 5 (very much)?]])
* insert Between(item[=], 1, 5)
* insert AskBelow(motivation-words, text, [[In your own words]])
* insert Ask(supports, choice, [[Do family or friends who do not use support you?]])
* insert AnswerCode(item[=], $candidate-answer#supported, Yes)
* insert AnswerCode(item[=], $candidate-answer#some-support, Some)
* insert AnswerCode(item[=], $candidate-answer#no-support, No)
* insert Ask(housing, choice, [[Where do you live?]])
* insert AnswerCode(item[=], $candidate-answer#stable-housing, Stable)
* insert AnswerCode(item[=], $candidate-answer#unstable-housing, Unstable)
* insert AnswerCode(item[=], $sct#32911000, Homeless)
* insert Ask(controlled-setting, choice, [[Have you left one of these in the last weeks, or will you soon?]])
* insert AnswerCode(item[=], $candidate-answer#leaving-prison, [[Leaving jail or prison]])
* insert AnswerCode(item[=], $candidate-answer#leaving-hospital, [[Leaving a hospital or residential care]])
* insert AnswerCode(item[=], $candidate-answer#not-leaving, Neither)

* insert Ask(about-last-use, display, [[For each opioid ever used: the day of the last use. When the day is not known, give the month or the year; it then counts to its end.]])
* insert Ask(last-opioid-short, date, [[When did you last use a short-acting opioid, such as oxycodone, hydrocodone or heroin?]])
* insert Fills(item[=], last-use-short)
* insert Ask(last-opioid-methadone, date, [[When did you last take methadone?]])
* insert Fills(item[=], last-use-methadone)
* insert Ask(last-opioid-buprenorphine, date, [[When did you last take buprenorphine as tablet, film or patch?]])
* insert Fills(item[=], last-use-buprenorphine)
* insert Ask(last-opioid-depot, date, [[When did you last get buprenorphine as injection or implant?]])
* insert Fills(item[=], last-use-depot)
* insert Ask(last-opioid-fentanyl, date, [[When did you last use fentanyl that was not prescribed?]])
* insert Fills(item[=], last-use-fentanyl)
* insert Ask(last-opioid-tramadol, date, [[When did you last take tramadol?]])
* insert Fills(item[=], last-use-tramadol)
* insert Ask(last-opioid-kratom, date, [[When did you last take kratom?]])
* insert Fills(item[=], last-use-kratom)
* insert Ask(days-free, integer, [[Whole days without opioids since the day of the last use given above]])
* insert Calculated(item[=], [[iif(%days.count() = 2 and %days[1] > %days[0], %days[1] - %days[0] - 1, iif(%days.exists(), 0, {}))]])
* insert Ask(withdrawal-now, integer, [[Withdrawal score (COWS) now, 0 to 48]])
* insert Between(item[=], 0, 48)
* item[=].code = $observation#cows-total "Clinical Opiate Withdrawal Scale total"
* insert Observed(item[=], survey)

* insert Ask(exclusions, group, [[Hard exclusions]])
* insert AskBelow(opioid-use-now, boolean, [[Are opioids still being used or taken, or must they be?]])
* insert AskBelow(pain-needs-opioid, boolean, [[Is there pain that needs opioids?]])
* insert AskBelow(challenge-result, choice, [[Result of the naloxone challenge, if one was done]])
* insert AnswerCode(item[=].item[=], $sct#10828004, Positive)
* insert AnswerCode(item[=].item[=], $sct#260385009, Negative)
* insert Fills(item[=].item[=], challenge)
* item[=].item[=].item[+].linkId = "challenge-time"
* item[=].item[=].item[=].type = #dateTime
* item[=].item[=].item[=].text = "When was it done? Positive means that signs of withdrawal appeared."
* item[=].item[=].item[=].required = true
* insert When(item[=].item[=].item[=], challenge-result, exists, Boolean, true)
* insert AskBelow(acute-hepatitis, boolean, [[Is there acute hepatitis or liver failure?]])
* insert Ask(excluded, display, [[At least one hard exclusion stands: naltrexone must not be started now. Talk about other treatment, methadone or buprenorphine first of all.]])
* insert When(item[=], opioid-use-now, =, Boolean, true)
* insert When(item[=], pain-needs-opioid, =, Boolean, true)
* insert When(item[=], challenge-result, =, Coding, $sct#10828004)
* insert When(item[=], acute-hepatitis, =, Boolean, true)
* item[=].enableBehavior = #any

* insert Ask(liver-hx, choice, [[Did you ever have a disease of the liver?]])
* item[=].repeats = true
* insert AnswerCode(item[=], $candidate-answer#no-liver-disease, [[None known]])
* insert AnswerCode(item[=], $candidate-answer#hepatitis, Hepatitis)
* insert AnswerCode(item[=], $candidate-answer#cirrhosis, Cirrhosis)
* insert AnswerCode(item[=], $candidate-answer#raised-enzymes, [[Raised liver values]])
* insert Ask(pregnancy, choice, [[Are you pregnant?]])
* item[=].answerValueSet = Canonical(PregnancyStatuses)
* item[=].code = $loinc#82810-3 "Pregnancy status"
* insert Observed(item[=], social-history)

* insert Ask(mental, group, [[Mood and safety]])
* insert AskBelow(phq9-total, integer, [[PHQ-9: total, 0 to 27]])
* insert Between(item[=].item[=], 0, 27)
* item[=].item[=].extension[+].url = $answer-unit
* item[=].item[=].extension[=].valueCoding = $ucum#{score}
* item[=].item[=].code = $loinc#44261-6 "Patient Health Questionnaire 9 item (PHQ-9) total score [Reported]"
* insert Observed(item[=].item[=], survey)
* insert AskBelow(phq9-item-9, choice, [[PHQ-9: answer to question 9]])
* insert AnswerCode(item[=].item[=], $loinc#LA6568-5, [[Not at all]])
* insert AnswerCode(item[=].item[=], $loinc#LA6569-3, [[Several days]])
* insert AnswerCode(item[=].item[=], $loinc#LA6570-1, [[More than half the days]])
* insert AnswerCode(item[=].item[=], $loinc#LA6571-9, [[Nearly every day]])
* item[=].item[=].code = $loinc#44260-8 "Thoughts that you would be better off dead, or of hurting yourself in some way in last 2 weeks [Reported.PHQ]"
* insert Observed(item[=].item[=], survey)
* insert AskBelow(cssrs-needed, display, [[Question 9 was not answered with 'not at all': assess the risk of suicide today, with the C-SSRS screener where it may be used.]])
* insert When(item[=].item[=], phq9-item-9, =, Coding, $loinc#LA6569-3)
* insert When(item[=].item[=], phq9-item-9, =, Coding, $loinc#LA6570-1)
* insert When(item[=].item[=], phq9-item-9, =, Coding, $loinc#LA6571-9)
* item[=].item[=].enableBehavior = #any
* insert AskBelow(cssrs-done, boolean, [[Was the C-SSRS screener done?]])
* insert AskBelow(cssrs-intent, choice, [[C-SSRS screener: answer to the item with LOINC code 93249-1]])
* insert Screened(93249-1)
* insert AskBelow(cssrs-plan, choice, [[C-SSRS screener: answer to the item with LOINC code 93250-9]])
* insert Screened(93250-9)
* insert AskBelow(cssrs-recent, choice, [[C-SSRS screener: answer to the item with LOINC code 93269-9]])
* insert Screened(93269-9)

* insert Ask(allergies-xr, boolean, [[Are you allergic to naltrexone, or to a part of the injection, such as polylactide-co-glycolide or carboxymethylcellulose?]])
* insert Ask(bleeding, boolean, [[Do you bleed easily, have few platelets, or take a medicine against clotting?]])
* insert AskBelow(bleeding-words, text, [[Which?]])
* insert When(item[=].item[=], bleeding, =, Boolean, true)
* insert Ask(formulation-preference, choice, [[Which treatment would you prefer?]])
* insert AnswerCode(item[=], $candidate-answer#tablets, Tablets)
* insert AnswerCode(item[=], $candidate-answer#injection, [[Injection every four weeks]])
* insert AnswerCode(item[=], $candidate-answer#agonist, [[Methadone or buprenorphine]])
* insert AnswerCode(item[=], $candidate-answer#undecided, [[Not decided yet]])
* insert Ask(otp, boolean, [[Are you enrolled in a program that gives methadone or buprenorphine?]])
* insert AskBelow(otp-contact, text, [[Which program, and when was your last dose there?]])
* insert When(item[=].item[=], otp, =, Boolean, true)
* insert AskBelow(otp-consent, boolean, [[May we ask the program? Your consent is recorded apart (42 CFR Part 2).]])
* insert When(item[=].item[=], otp, =, Boolean, true)
* insert Ask(readiness, text, [[Talk about readiness: hopes, worries, what helped before, what comes next]])
