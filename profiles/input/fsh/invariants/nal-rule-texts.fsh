Invariant: nal-rule-texts
Description: "Every rule has a title of fewer than 140 characters, a description and a priority: what a card shows when the computed texts fail."
Severity: #error
Expression: "action.all(title.exists() and title.length() < 140 and description.exists() and priority.exists())"
