ValueSet: InjectionSides
Id: injection-sides
Title: "Sides of a gluteal injection"
Description: "Left and right buttock."
* insert Metadata
* insert OwnCopyright
* $injection-side#left-buttock "Left buttock"
* $injection-side#right-buttock "Right buttock"
