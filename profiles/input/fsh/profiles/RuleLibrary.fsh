Profile: RuleLibrary
Parent: Library
Id: rule-library
Title: "Library of rules in CQL"
Description: "One CQL library with its text; parameters, defines and dependencies are told as elements."
* insert PublishedArtifact
* obeys nal-cql
* url MS
* version MS
* name MS
* type = $library-type#logic-library
* content 1..* MS
* content.contentType 1..1
