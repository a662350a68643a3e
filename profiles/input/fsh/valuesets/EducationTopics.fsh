ValueSet: EducationTopics
Id: education-topics
Title: "Topics of patient education"
Description: "Every topic of the education code system."
* insert Metadata
* insert OwnCopyright
* $education-topic#how-it-works "How naltrexone works"
* $education-topic#before-the-first-dose "Before the first dose"
* $education-topic#taking-it-reliably "Taking it reliably"
* $education-topic#blocked-opioids "Opioids are blocked"
* $education-topic#lost-tolerance "Tolerance is lost"
* $education-topic#family-and-naloxone "Family and naloxone"
* $education-topic#medical-alert "Medical alert"
* $education-topic#warning-signs "Warning signs"
* $education-topic#common-side-effects "Common side effects"
* $education-topic#triggers-and-coping "Triggers and coping"
* $education-topic#stopping "Stopping naltrexone"
* $education-topic#support-and-help "Support and help"
