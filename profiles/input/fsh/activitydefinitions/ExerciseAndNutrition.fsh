Instance: ExerciseAndNutrition
InstanceOf: ProtocolActivity
Usage: #definition
Title: "Exercise and nutrition"
Description: "Programme of physical activity and nutrition."
* insert Activity(exercise-and-nutrition, ExerciseAndNutrition, ServiceRequest, [[Exercise and nutrition]], [[Programme of physical activity and nutrition.]])
* code = $treatment-activity#exercise-and-nutrition "Exercise and nutrition"
