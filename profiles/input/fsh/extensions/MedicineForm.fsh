Extension: MedicineForm
Id: medicine-form
Title: "Form of a medicine"
Description: "In what form a medicine comes, as its Medication says. The service adds it to the copies of orders and records on which rules are evaluated, where R4 has no place for it beside the code. Rules read it in words, and only for a medicine whose code tells no form."
* insert Metadata
* ^context[0].type = #element
* ^context[0].expression = "CodeableConcept"
* value[x] only CodeableConcept
* value[x] 1..1
