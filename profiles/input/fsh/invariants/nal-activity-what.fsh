Invariant: nal-activity-what
Description: "An order for a service and a task have a code, an order for a medicine has a product."
Severity: #error
Expression: "(kind = 'MedicationRequest' and product.exists()) or (kind != 'MedicationRequest' and code.exists())"
