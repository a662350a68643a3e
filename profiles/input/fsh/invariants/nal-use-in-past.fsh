Invariant: nal-use-in-past
Description: "The use does not lie after the time at which it was recorded."
Severity: #error
Expression: "value.ofType(dateTime).where($this > %resource.effective.ofType(dateTime)).empty() and value.ofType(Period).end.where($this > %resource.effective.ofType(dateTime)).empty()"
