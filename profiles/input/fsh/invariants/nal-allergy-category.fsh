Invariant: nal-allergy-category
Description: "The allergy is to a medication, and says so."
Severity: #error
Expression: "category.where($this = 'medication').exists()"
