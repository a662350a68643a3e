Instance: ExampleChallengePassed
InstanceOf: NaloxoneChallengeResult
Usage: #example
Title: "Naloxone challenge, passed"
Description: "No withdrawal signs after naloxone."
* id = "example-challenge-passed"
* status = #final
* category[procedure] = $observation-category#procedure "Procedure"
* code = $observation#naloxone-challenge "Naloxone challenge"
* insert OfExample
* effectiveDateTime = "2026-11-22T09:40:00-05:00"
* performer = Reference(ExamplePrescriber)
* valueCodeableConcept = $sct#260385009 "Negative"
