Invariant: nal-cows-range
Description: "The total lies between 0 and 48; as a quantity it has the UCUM unit {score}."
Severity: #error
Expression: "value.ofType(integer).all($this >= 0 and $this <= 48) and value.ofType(Quantity).all(system = 'http://unitsofmeasure.org' and code = '{score}' and value >= 0 and value <= 48)"
