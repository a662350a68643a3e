Invariant: nal-protocol-step
Description: "Every step of a protocol, on whatever level, has an id, a title and a description."
Severity: #error
Expression: "repeat(action).all(id.exists() and title.exists() and description.exists())"
