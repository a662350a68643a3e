// Made by profiles/tools/build from input/vocabulary/opioid-products.csv; change that file instead.
ValueSet: OpioidAntidiarrhoeal
Id: opioid-antidiarrhoeal
Title: "Opioid antidiarrhoeals"
Description: "Loperamide, diphenoxylate and belladonna with opium."
* insert Metadata
* insert RxNormCopyright
* $rxnorm#6468 "loperamide"
* $rxnorm#248477 "Belladonna Alkaloids 15 MG / Opium 65 MG Rectal Suppository"
* $rxnorm#312104 "Belladonna Alkaloids 16.2 MG / Opium 30 MG Rectal Suppository"
* $rxnorm#312107 "Belladonna Alkaloids 16.2 MG / Opium 60 MG Rectal Suppository"
* $rxnorm#1190568 "atropine sulfate 0.005 MG/ML / diphenoxylate hydrochloride 0.5 MG/ML Oral Solution"
* $rxnorm#1190572 "atropine sulfate 0.025 MG / diphenoxylate hydrochloride 2.5 MG Oral Tablet"
* $rxnorm#1190641 "atropine sulfate 0.025 MG / diphenoxylate hydrochloride 2.5 MG Oral Tablet [Lomotil]"
* $rxnorm#1190646 "atropine sulfate 0.025 MG / diphenoxylate hydrochloride 2.5 MG Oral Tablet [Lonox]"
