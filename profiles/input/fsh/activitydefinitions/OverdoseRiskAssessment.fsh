Instance: OverdoseRiskAssessment
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Overdose risk"
Description: "Earlier overdoses, lost tolerance, other sedatives and alcohol, using alone, reversal agent at hand."
* insert Activity(overdose-risk-assessment, OverdoseRiskAssessment, ServiceRequest, [[Overdose risk]], [[Earlier overdoses, lost tolerance, other sedatives and alcohol, using alone, reversal agent at hand.]])
* insert SnomedNotice
* code = $sct#866024000 "Assessment of risk for accidental opioid overdose (procedure)"
