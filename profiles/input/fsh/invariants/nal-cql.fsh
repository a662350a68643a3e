Invariant: nal-cql
Description: "The library carries its CQL text exactly once."
Severity: #error
Expression: "content.where(contentType = 'text/cql' and data.exists()).count() = 1"
