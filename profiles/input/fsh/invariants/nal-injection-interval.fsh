Invariant: nal-injection-interval
Description: "The injection is repeated every four weeks (28 days) or once a month, neither more often nor after a longer time."
Severity: #error
Expression: "(frequency.exists() or frequencyMax.exists() or period.exists() or periodMax.exists() or periodUnit.exists()) implies ((frequency.empty() or frequency = 1) and frequencyMax.empty() and periodMax.empty() and period.exists() and periodUnit.exists() and ((period = 4 and periodUnit = 'wk') or (period = 28 and periodUnit = 'd') or (period = 1 and periodUnit = 'mo')))"
