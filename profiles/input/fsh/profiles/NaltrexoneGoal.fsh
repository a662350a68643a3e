Profile: NaltrexoneGoal
Parent: Goal
Id: naltrexone-goal
Title: "Goal of naltrexone treatment"
Description: "What patient and clinician want from the treatment, such as abstinence from opioids or a planned length. Kept by an EHR; no rule of the service reads it yet."
* insert Metadata
* obeys nal-goal-time
* description from TreatmentGoals (extensible)
* subject only Reference(Patient)
* addresses only Reference(OpioidUseDisorderProblem or Condition)
