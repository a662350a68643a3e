ValueSet: AlcoholDependence
Id: alcohol-dependence
Title: "Alcohol dependence"
Description: "Alcohol dependence as a sign of heavy use."
* insert Metadata
* insert Icd10cmCopyright
* $icd10cm#F10.20 "Alcohol dependence, uncomplicated"
