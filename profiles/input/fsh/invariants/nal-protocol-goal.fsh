Invariant: nal-protocol-goal
Description: "A step serves goals of the same protocol."
Severity: #error
Expression: "repeat(action).goalId.all($this in %resource.goal.id)"
