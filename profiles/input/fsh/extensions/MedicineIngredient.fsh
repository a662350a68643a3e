Extension: MedicineIngredient
Id: medicine-ingredient
Title: "Ingredient of a medicine"
Description: "What a medicine holds, as its Medication says. The service adds it to the copies of orders and records on which rules are evaluated, where R4 has no place for it beside the code. Rules take it for what alarms, never for what reassures."
* insert Metadata
* ^context[0].type = #element
* ^context[0].expression = "CodeableConcept"
* value[x] only CodeableConcept
* value[x] 1..1
