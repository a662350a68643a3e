ValueSet: Cirrhosis
Id: cirrhosis
Title: "Cirrhosis"
Description: "Cirrhosis of the liver, not decompensated."
* insert Metadata
* insert SnomedIcd10cmCopyright
* $sct#19943007 "Cirrhosis of liver (disorder)"
* $icd10cm#K74.60 "Unspecified cirrhosis of liver"
