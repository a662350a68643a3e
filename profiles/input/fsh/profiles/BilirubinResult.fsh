Profile: BilirubinResult
Parent: Observation
Id: bilirubin-result
Title: "Bilirubin result"
Description: "Total bilirubin in serum or plasma with the laboratory's own upper limit. Raised together with an enzyme it means severe liver injury."
* insert LiverResult(BilirubinUnits)
* code ^patternCodeableConcept.coding.system = "http://loinc.org"
* code ^patternCodeableConcept.coding.code = #1975-2
