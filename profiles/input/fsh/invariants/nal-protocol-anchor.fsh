Invariant: nal-protocol-anchor
Description: "A step that is timed by another step names one of the same protocol."
Severity: #error
Expression: "repeat(action).relatedAction.actionId.all($this in %resource.repeat(action).id)"
