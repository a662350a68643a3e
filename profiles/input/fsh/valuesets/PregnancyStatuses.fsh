ValueSet: PregnancyStatuses
Id: pregnancy-statuses
Title: "Pregnancy statuses"
Description: "Pregnant, not pregnant, or possibly pregnant."
* insert Metadata
* insert SnomedCopyright
* $sct#77386006 "Pregnant"
* $sct#60001007 "Not pregnant"
* $sct#146799005 "Possible pregnancy"
