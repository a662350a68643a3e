CodeSystem: TreatmentActivity
Id: treatment-activity
Title: "Activities of treatment with naltrexone"
Description: "Care that the protocols ask for and for which no standard code was found."
* insert Metadata
* ^caseSensitive = true
* ^content = #complete
* #contingency-management "Contingency management" "Rewards for attendance, doses taken and urine tests without opioids."
* #twelve-step-facilitation "Twelve-step facilitation" "Support in taking part in mutual-help groups such as Narcotics Anonymous."
* #mindfulness-relapse-prevention "Mindfulness-based relapse prevention" "Mindfulness practice joined with relapse prevention."
* #exercise-and-nutrition "Exercise and nutrition" "Programme of physical activity and nutrition."
* #case-management "Case management" "One person who keeps treatment, housing, work and legal help together."
* #housing-assistance "Housing assistance" "Help to find and keep a home."
* #vocational-training "Vocational training" "Help to learn for, find and keep work."
* #legal-services "Legal services" "Help with legal matters."
* #peer-recovery-support "Peer recovery support" "Recovery coach or group of people with the same experience."
* #family-education "Family education" "Teaching of family and friends, with the patient's consent."
* #medication-reminders "Medication reminders" "Messages or an app that remind of doses and appointments."
* #obstetric-review "Obstetric and addiction review" "Joint review by obstetrics and addiction medicine."
* #body-habitus-assessment "Body habitus assessment" "Thickness of the tissue over the gluteal muscle, to choose the needle."
* #injection-site-check "Injection site check" "Look and feel for hardening, infection and damage of tissue at the injection site."
* #missed-dose "Doses missed" "Number of doses that were due and not taken."
* #naltrexone-started "Naltrexone started" "The first dose of naltrexone was taken without withdrawal."
* #support-attended "Support attended" "Psychosocial sessions attended."
* #teaching-done "Teaching done" "The patient can say in own words what was taught."
* #reversal-agent-held "Reversal agent held" "Patient or family hold a medicine that reverses an opioid overdose."
