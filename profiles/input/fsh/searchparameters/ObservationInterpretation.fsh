Instance: ObservationInterpretation
InstanceOf: SearchParameter
Usage: #definition
Title: "Interpretation of an observation"
Description: "Results that the laboratory marked, such as those above the reference range."
* insert InstanceMetadata(observation-interpretation, SearchParameter/observation-interpretation)
* name = "ObservationInterpretation"
* description = "Results that the laboratory marked, such as those above the reference range."
* code = #interpretation
* base[+] = #Observation
* type = #token
* expression = "Observation.interpretation"
