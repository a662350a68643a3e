Profile: UrineOpioidTest
Parent: Observation
Id: urine-opioid-test
Title: "Urine opioid test"
Description: "One Observation for each analyte of a urine drug test. A positive one forbids naltrexone, a negative one clears its own analyte only."
* insert CountedObservation
* insert ObservationCategory(laboratory)
* obeys nal-outcome-told and nal-outcome-agrees
* code from UrineOpioidTests (required)
* value[x] only CodeableConcept
* value[x] from PresenceFindings (required)
* interpretation MS
* interpretation from PresenceInterpretations (required)
