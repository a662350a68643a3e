ValueSet: AcuteHepatitisOrLiverFailure
Id: acute-hepatitis-or-liver-failure
Title: "Acute hepatitis or liver failure"
Description: "Acute hepatitis, hepatic failure and decompensated cirrhosis."
* insert Metadata
* insert SnomedIcd10cmCopyright
* $sct#37871000 "Acute hepatitis (disorder)"
* $sct#235866006 "Acute hepatitis C (disorder)"
// Seen in the concept map of prior diseases of the German vaccination record (KBV_CS_MIO_Vaccination_Prior_Disease).
* $sct#76795007 "Acute type B viral hepatitis (disorder)"
* $sct#25102003 "Acute type A viral hepatitis (disorder)"
* $sct#59927004 "Hepatic failure"
* $sct#197270009 "Acute hepatic failure"
* $sct#716203000 "Decompensated cirrhosis of liver"
* $icd10cm#B15.9 "Hepatitis A without hepatic coma"
* $icd10cm#B16.9 "Acute hepatitis B without delta-agent and without hepatic coma"
* $icd10cm#B17.10 "Acute hepatitis C without hepatic coma"
* $icd10cm#B17.9 "Acute viral hepatitis, unspecified"
* $icd10cm#K71.2 "Toxic liver disease with acute hepatitis"
* $icd10cm#K72.00 "Acute and subacute hepatic failure without coma"
* $icd10cm#K72.01 "Acute and subacute hepatic failure with coma"
* $icd10cm#K72.10 "Chronic hepatic failure without coma"
* $icd10cm#K72.90 "Hepatic failure, unspecified without coma"
