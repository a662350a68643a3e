ValueSet: LiverToxicDrugsInfo
Id: liver-toxic-drugs-info
Title: "Liver-toxic medicines, information"
Description: "Medicines worth a note beside naltrexone because both may harm the liver."
* insert Metadata
* insert RxNormCopyright
* $rxnorm#6038 "isoniazid"
* $rxnorm#6851 "Methotrexate"
* $rxnorm#40254 "Valproate"
* $rxnorm#6135 "Ketoconazole"
