Invariant: nal-goal-time
Description: "A goal should say when work on it begins or by when it is due."
Severity: #warning
Expression: "start.exists() or target.due.exists()"
