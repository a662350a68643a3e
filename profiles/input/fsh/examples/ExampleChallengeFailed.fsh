Instance: ExampleChallengeFailed
InstanceOf: NaloxoneChallengeResult
Usage: #example
Title: "Naloxone challenge, failed"
Description: "Withdrawal signs after naloxone: naltrexone must wait."
* id = "example-challenge-failed"
* status = #final
* category[procedure] = $observation-category#procedure "Procedure"
* code = $observation#naloxone-challenge "Naloxone challenge"
* insert OfExample
* effectiveDateTime = "2026-11-15T09:40:00-05:00"
* performer = Reference(ExamplePrescriber)
* valueCodeableConcept = $sct#10828004 "Positive"
