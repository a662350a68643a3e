Profile: NaltrexoneAllergy
Parent: AllergyIntolerance
Id: naltrexone-allergy
Title: "Allergy that concerns naltrexone"
Description: "Allergy or intolerance to naltrexone, naloxone or an excipient of the injection. No rule of the service reads it yet."
* insert Metadata
* obeys nal-allergy-category
* code 1..1
* code from NaltrexoneAllergens (extensible)
* patient only Reference(Patient)
