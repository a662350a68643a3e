Instance: ExampleAstUnusable
InstanceOf: AstResult
Usage: #example
Title: "AST, without a number"
Description: "The sample could not be used: no value, and the reason for it."
* id = "example-ast-unusable"
* insert Lab(1920-8, [[Aspartate aminotransferase [Enzymatic activity/volume] in Serum or Plasma]], 2026-11-17T08:10:00-05:00)
* dataAbsentReason = http://terminology.hl7.org/CodeSystem/data-absent-reason#error "Error"
