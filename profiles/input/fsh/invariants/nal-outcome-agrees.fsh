Invariant: nal-outcome-agrees
Description: "Value and interpretation do not contradict each other."
Severity: #error
Expression: "(value.coding.where(code = '10828004').exists() implies interpretation.coding.where(code = 'NEG' or code = 'ND').empty()) and (value.coding.where(code = '260385009').exists() implies interpretation.coding.where(code = 'POS' or code = 'DET').empty())"
