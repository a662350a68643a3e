CodeSystem: NaltrexoneOverrideReasons
Id: naltrexone-override-reasons
Title: "Override reasons"
Description: "Reasons a clinician may give for not following a card."
* insert Metadata
* ^caseSensitive = true
* ^content = #complete
* #opioid-free-verified-other-source "Opioid-free interval confirmed from another source"
* #supervised-rapid-induction-protocol "Supervised rapid induction protocol"
* #data-error-in-record "The record is wrong"
* #emergency-or-specialist-decision "Emergency or specialist decision"
* #challenge-not-indicated "Naloxone challenge not indicated"
* #low-dose-oral-test-used "Low oral test dose used instead"
* #research-protocol "Research protocol"
* #emergency-analgesia-monitored-setting "Emergency analgesia in a monitored setting"
* #naltrexone-already-stopped-record-outdated "Naltrexone already stopped, record out of date"
* #non-systemic-or-procedural-use "Non-systemic or procedural use"
* #lab-drawn-result-pending "Sample taken, result pending"
* #specialist-hepatology-agreed "Agreed with hepatology"
* #benefit-outweighs-risk-documented "Benefit outweighs risk, documented"
* #repeat-test-ordered "Repeat test ordered"
* #result-not-representative "Result not representative"
* #patient-declined "Patient declined"
* #done-elsewhere "Done elsewhere"
* #shared-decision-documented "Shared decision documented"
* #allergy-record-refuted "Allergy record refuted"
* #patient-has-supply "Patient already has a supply"
