ValueSet: PresenceFindings
Id: presence-findings
Title: "Positive and negative"
Description: "Outcome of a urine test or of a naloxone challenge."
* insert Metadata
* insert SnomedCopyright
* $sct#10828004 "Positive"
* $sct#260385009 "Negative"
