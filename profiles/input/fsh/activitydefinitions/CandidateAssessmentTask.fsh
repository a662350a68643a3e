Instance: CandidateAssessmentTask
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Assess the candidate"
Description: "Fill in the candidate assessment with the patient. No score decides; hard exclusions are opioids in use, pain that needs opioids, a failed challenge, acute hepatitis."
* insert Activity(candidate-assessment-task, CandidateAssessmentTask, Task, [[Assess the candidate]], [[Fill in the candidate assessment with the patient. No score decides; hard exclusions are opioids in use, pain that needs opioids, a failed challenge, acute hepatitis.]])
* insert CandidateForm(relatedArtifact)
* code.text = "Assess the candidate"
