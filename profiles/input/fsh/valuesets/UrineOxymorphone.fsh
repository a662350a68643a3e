// Made by profiles/tools/build from input/vocabulary/urine-opioid-tests.csv; change that file instead.
ValueSet: UrineOxymorphone
Id: urine-oxymorphone
Title: "Urine oxymorphone tests"
Description: "Urine tests for oxymorphone, alone or with its metabolites."
* insert Metadata
* insert LoincCopyright
* $loinc#11247-4 "oxyMORphone [Presence] in Urine"
* $loinc#17395-5 "oxyMORphone [Mass/volume] in Urine by Confirmatory method"
* $loinc#18325-1 "oxyMORphone [Presence] in Urine by Confirmatory method"
* $loinc#19646-9 "oxyMORphone [Presence] in Urine by Screen method"
* $loinc#19648-5 "oxyMORphone [Mass/volume] in Urine"
* $loinc#46975-9 "oxyMORphone Free [Mass/volume] in Urine by Confirmatory method"
* $loinc#51736-7 "oxyMORphone Free [Mass/volume] in Urine"
* $loinc#58396-3 "oxyMORphone/Creatinine [Mass Ratio] in Urine"
* $loinc#89301-6 "oxymorphone-3-glucuronide [Presence] in Urine by Screen method"
* $loinc#94305-0 "OxyMORphone+Noroxymorph Pnl Ur Cfm"
