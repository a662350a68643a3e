ValueSet: PlateletCounts
Id: platelet-counts
Title: "Platelet counts"
Description: "Platelets in blood, counted."
* insert Metadata
* insert LoincCopyright
* $loinc#777-3 "Platelets [#/volume] in Blood by Automated count"
* $loinc#26515-7 "Platelets [#/volume] in Blood"
