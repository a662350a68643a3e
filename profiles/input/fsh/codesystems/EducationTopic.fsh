CodeSystem: EducationTopic
Id: education-topic
Title: "Topics of patient education"
Description: "What a patient on naltrexone, and with consent the family, should be told."
* insert Metadata
* ^caseSensitive = true
* ^content = #complete
* #how-it-works "How naltrexone works" "What the medicine does and does not do."
* #before-the-first-dose "Before the first dose" "How long to stay without opioids, and which medicines count."
* #taking-it-reliably "Taking it reliably" "Why doses and appointments matter."
* #blocked-opioids "Opioids are blocked" "What the block means, and never to try to overcome it."
* #lost-tolerance "Tolerance is lost" "When the risk of overdose is highest."
* #family-and-naloxone "Family and naloxone" "What family should know and hold."
* #medical-alert "Medical alert" "Card or bracelet for emergencies, pain and surgery."
* #warning-signs "Warning signs" "What to report at once."
* #common-side-effects "Common side effects" "What is common and what helps."
* #triggers-and-coping "Triggers and coping" "What brings craving on, and what helps against it."
* #stopping "Stopping naltrexone" "What to know when treatment ends."
* #support-and-help "Support and help" "Groups, helplines, reminders."
