Extension: EarliestSafeStart
Id: earliest-safe-start
Title: "Earliest safe start"
Description: "First moment at which every recorded opioid is far enough in the past for naltrexone, as the rules computed it when the issue was found."
* insert Metadata
* ^context[0].type = #element
* ^context[0].expression = "DetectedIssue"
* value[x] only dateTime
* value[x] 1..1
