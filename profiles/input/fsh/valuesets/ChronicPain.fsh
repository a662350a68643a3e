ValueSet: ChronicPain
Id: chronic-pain
Title: "Chronic pain"
Description: "Chronic pain as a condition."
* insert Metadata
* insert SnomedCopyright
* $sct#82423001 "Chronic pain"
* $sct#373621006 "Chronic pain syndrome (disorder)"
