Profile: RuleFinding
Parent: DetectedIssue
Id: rule-finding
Title: "Finding of a rule"
Description: "For an EHR that keeps a finding: which rule spoke, how grave, about which records, and why the clinician went on. The service itself answers with cards."
* insert Metadata
* obeys nal-safe-later
* extension contains EarliestSafeStart named earliestSafeStart 0..1
* code 1..1
* code from NaltrexoneRuleCodes (required)
* severity 1..1
* patient 1..1
* patient only Reference(Patient)
* identified[x] 1..1
* identified[x] only dateTime
* detail 1..1
* mitigation.action from OverrideReasons (extensible)
