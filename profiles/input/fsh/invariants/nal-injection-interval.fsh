Invariant: nal-injection-interval
Description: "The injection is repeated every four weeks (28 days) or once a month."
Severity: #error
Expression: "(frequency.exists() or period.exists() or periodUnit.exists()) implies (frequency = 1 and ((period = 4 and periodUnit = 'wk') or (period = 28 and periodUnit = 'd') or (period = 1 and periodUnit = 'mo')))"
