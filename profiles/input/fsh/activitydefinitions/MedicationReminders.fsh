Instance: MedicationReminders
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Medication reminders"
Description: "Messages or an app that remind of doses and appointments."
* insert Activity(medication-reminders, MedicationReminders, ServiceRequest, [[Medication reminders]], [[Messages or an app that remind of doses and appointments.]])
* code = $treatment-activity#medication-reminders "Medication reminders"
