CodeSystem: CandidateAnswer
Id: candidate-answer
Title: "Answers about a candidate for naltrexone"
Description: "Answers of the candidate assessment for which no verified code exists."
* insert Metadata
* insert OwnCopyright
* ^caseSensitive = true
* ^content = #complete
* #supported "Yes"
* #some-support "Some"
* #no-support "No"
* #stable-housing "Stable"
* #unstable-housing "Unstable"
* #leaving-prison "Leaving jail or prison"
* #leaving-hospital "Leaving a hospital or residential care"
* #not-leaving "Neither"
* #no-liver-disease "None known"
* #hepatitis "Hepatitis"
* #cirrhosis "Cirrhosis"
* #raised-enzymes "Raised liver values"
* #tablets "Tablets"
* #injection "Injection every four weeks"
* #agonist "Methadone or buprenorphine"
* #undecided "Not decided yet"
