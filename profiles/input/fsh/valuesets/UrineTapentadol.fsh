// Made by profiles/tools/build from input/vocabulary/urine-opioid-tests.csv; change that file instead.
ValueSet: UrineTapentadol
Id: urine-tapentadol
Title: "Urine tapentadol tests"
Description: "Urine tests for tapentadol, alone or with its metabolites."
* insert Metadata
* insert LoincCopyright
* $loinc#58401-1 "Tapentadol [Presence] in Urine by Confirmatory method"
* $loinc#58402-9 "Tapentadol [Mass/volume] in Urine by Confirmatory method"
* $loinc#61429-7 "Tapentadol/Creatinine [Mass Ratio] in Urine"
* $loinc#65807-0 "Tapentadol [Mass/volume] in Urine"
* $loinc#65808-8 "Nortapentadol [Mass/volume] in Urine"
* $loinc#72485-6 "Tapentadol [Presence] in Urine by Screen method"
* $loinc#75362-4 "Tapentadol glucuronide [Mass/volume] in Urine by Screen method"
* $loinc#81754-4 "Nortapentadol [Mass/volume] in Urine by Confirmatory method"
* $loinc#89300-8 "Tapentadol glucuronide [Presence] in Urine by Screen method"
* $loinc#89306-5 "Nortapentadol [Presence] in Urine by Screen method"
* $loinc#101401-8 "Tapentadol and Nortapentadol panel - Urine"
