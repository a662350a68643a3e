Instance: NaloxoneChallenge
InstanceOf: SuggestedActivity
Usage: #definition
Title: "Naloxone challenge"
Description: "Give naloxone under observation before the first dose of naltrexone and watch for withdrawal. Never with withdrawal signs, and never with opioids in the urine."
* insert InstanceMetadata(naloxone-challenge, ActivityDefinition/naloxone-challenge)
* name = "NaloxoneChallenge"
* title = "Naloxone challenge"
* description = "Give naloxone under observation before the first dose of naltrexone and watch for withdrawal. Never with withdrawal signs, and never with opioids in the urine."
* kind = #ServiceRequest
* intent = #order
* priority = #routine
* code = $observation#naloxone-challenge "Naloxone challenge"
