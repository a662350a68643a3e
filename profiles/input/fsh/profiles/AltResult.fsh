Profile: AltResult
Parent: Observation
Id: alt-result
Title: "ALT result"
Description: "Alanine aminotransferase in serum or plasma with the laboratory's own upper limit: the liver rules judge the ratio of the two."
* insert LiverResult(EnzymeUnits)
* code ^patternCodeableConcept.coding.system = "http://loinc.org"
* code ^patternCodeableConcept.coding.code = #1742-6
