Invariant: nal-asks-for-dates
Description: "A last use is asked for as a date or a date with time."
Severity: #error
Expression: "item.where(linkId.startsWith('last-opioid-')).all(type = 'date' or type = 'dateTime')"
