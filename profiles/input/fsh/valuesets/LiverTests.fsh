ValueSet: LiverTests
Id: liver-tests
Title: "Liver tests"
Description: "Tests the liver rules read: ALT, AST, total bilirubin, alkaline phosphatase, INR."
* insert Metadata
* insert LoincCopyright
* $loinc#1742-6 "Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma"
* $loinc#1920-8 "Aspartate aminotransferase [Enzymatic activity/volume] in Serum or Plasma"
* $loinc#1975-2 "Bilirubin.total [Mass/volume] in Serum or Plasma"
* $loinc#6768-6 "Alkaline phosphatase [Enzymatic activity/volume] in Serum or Plasma"
* $loinc#6301-6 "INR in Platelet poor plasma by Coagulation assay"
