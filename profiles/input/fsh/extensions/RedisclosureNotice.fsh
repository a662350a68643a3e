Extension: RedisclosureNotice
Id: redisclosure-notice
Title: "Notice on redisclosure"
Description: "The notice that went with a disclosure of records under 42 CFR Part 2 (section 2.32), as it was worded."
* insert Metadata
* ^context[0].type = #element
* ^context[0].expression = "Provenance"
* value[x] only string
* value[x] 1..1
