Extension: SharedOrder
Id: shared-order
Title: "Shared order"
Description: "One order serves every step that asks for it at the same time, in whatever plan: $apply then makes one draft, which all of those steps name, with the reasons of each. Only for what need not be done twice because two ask for it, such as a test of blood."
* insert Metadata
* ^context[0].type = #element
* ^context[0].expression = "ActivityDefinition"
* value[x] only boolean
* value[x] 1..1
