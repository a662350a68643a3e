ValueSet: SuicideScreeningItems
Id: suicide-screening-items
Title: "Items of the Columbia scale that alarm"
Description: "Intent, intent with a plan, and an attempt within three months: items of the C-SSRS screener by code; their texts are under copyright and not given here."
* insert Metadata
* insert LoincCopyright
* $loinc#93249-1 "C-SSRS screener: intent"
* $loinc#93250-9 "C-SSRS screener: intent with plan"
* $loinc#93269-9 "C-SSRS screener: attempt within three months"
