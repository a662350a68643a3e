Instance: ExampleAst
InstanceOf: AstResult
Usage: #example
Title: "AST, normal"
Description: "AST within the laboratory's own range."
* id = "example-ast"
* insert Lab(1920-8, [[Aspartate aminotransferase [Enzymatic activity/volume] in Serum or Plasma]], 2026-11-18T08:10:00-05:00)
* insert Amount(valueQuantity, 28, U/L)
* insert Amount(referenceRange.low, 8, U/L)
* insert Amount(referenceRange.high, 40, U/L)
