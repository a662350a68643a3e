CodeSystem: NaltrexoneServiceTopics
Id: naltrexone-service-topics
Title: "Topics of the service itself"
Description: "What the service tells of itself, in cards that come from no rule and in audit records."
* insert Metadata
* ^caseSensitive = true
* ^content = #complete
* #cards-held-back "Cards held back" "More cards applied than the site wants to see at once; the card names the rules of those left away."
* #records-may-be-missing "Records may be missing" "Records that need the consent of the patient may be missing from the advice, whether there are any or not; the card says what to do."
* #card-settings-changed "Card settings changed" "The site shows other cards than before: minimum indicator, maximum, rules switched off or snoozed."
