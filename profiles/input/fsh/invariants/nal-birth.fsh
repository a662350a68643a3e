Invariant: nal-birth
Description: "Nobody dies before being born."
Severity: #error
Expression: "deceased.ofType(dateTime).where($this < %resource.birthDate).empty()"
