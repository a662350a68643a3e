Invariant: nal-answers-are-dates
Description: "A last use is answered by a date or a date with time."
Severity: #error
Expression: "item.where(linkId.startsWith('last-opioid-')).answer.all(value.ofType(date).exists() or value.ofType(dateTime).exists())"
