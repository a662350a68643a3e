Invariant: nal-safe-later
Description: "The earliest safe start does not lie before the moment of the finding."
Severity: #error
Expression: "extension.where(url = 'https://fhirnaltrexone.example.org/fhir/StructureDefinition/earliest-safe-start').value.ofType(dateTime).where($this < %resource.identified.ofType(dateTime)).empty()"
