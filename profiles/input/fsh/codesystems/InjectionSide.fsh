CodeSystem: InjectionSide
Id: injection-side
Title: "Sides of a gluteal injection"
Description: "Left or right buttock. SNOMED CT codes for the two sides could not be verified; injections alternate, so the side has to be told."
* insert Metadata
* ^caseSensitive = true
* ^content = #complete
* #left-buttock "Left buttock" "Gluteal muscle of the left side."
* #right-buttock "Right buttock" "Gluteal muscle of the right side."
