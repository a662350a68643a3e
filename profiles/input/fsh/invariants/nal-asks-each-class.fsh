Invariant: nal-asks-each-class
Description: "The questionnaire asks for the last use of each of the seven classes of opioid."
Severity: #error
Expression: "item.where(linkId = 'last-opioid-short' or linkId = 'last-opioid-methadone' or linkId = 'last-opioid-buprenorphine' or linkId = 'last-opioid-depot' or linkId = 'last-opioid-fentanyl' or linkId = 'last-opioid-tramadol' or linkId = 'last-opioid-kratom').count() = 7"
