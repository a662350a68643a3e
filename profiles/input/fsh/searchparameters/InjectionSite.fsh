Instance: InjectionSite
InstanceOf: SearchParameter
Usage: #definition
Title: "Site of an administration"
Description: "Where on the body a medication was given: the side of the last injection tells that of the next."
* insert InstanceMetadata(injection-site, SearchParameter/injection-site)
* name = "InjectionSite"
* description = "Where on the body a medication was given: the side of the last injection tells that of the next."
* code = #site
* base[+] = #MedicationAdministration
* type = #token
* expression = "MedicationAdministration.dosage.site"
