Invariant: nal-remission
Description: "A disorder coded as in remission is not active."
Severity: #error
Expression: "code.coding.where((system = 'http://snomed.info/sct' and code = '191821007') or (system = 'http://hl7.org/fhir/sid/icd-10-cm' and code = 'F11.21')).exists() implies clinicalStatus.coding.where(code = 'active' or code = 'recurrence' or code = 'relapse').empty()"
