ValueSet: PresenceInterpretations
Id: presence-interpretations
Title: "Interpretations of a test for presence"
Description: "Interpretations of a urine test: positive or detected, negative or not detected, or neither. The rules read the first four."
* insert Metadata
* insert Hl7Copyright
* $interpretation#POS "Positive"
* $interpretation#DET "Detected"
* $interpretation#NEG "Negative"
* $interpretation#ND "Not detected"
* $interpretation#IND "Indeterminate"
