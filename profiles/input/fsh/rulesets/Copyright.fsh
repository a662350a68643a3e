// Notices for code systems owned by others, in our own words; check the owner's current licence page before a release.
RuleSet: RxNormCopyright
* ^copyright = "RxNorm is made by the U.S. National Library of Medicine. Only concepts of RxNorm itself (SAB=RXNORM) are used, which need no licence; other content of an RxNorm release needs a UMLS licence. The library does not endorse this work."

RuleSet: LoincCopyright
* ^copyright = "LOINC codes and names are copyright of Regenstrief Institute, Inc. and the LOINC Committee and free to use under the licence at https://loinc.org/license. LOINC is a registered trademark of Regenstrief Institute, Inc."

RuleSet: SnomedCopyright
* ^copyright = "SNOMED CT is the property of SNOMED International. Use requires an affiliate licence, in the United States without charge from the National Library of Medicine; elsewhere ask SNOMED International (https://www.snomed.org)."

RuleSet: Icd10cmCopyright
* ^copyright = "ICD-10 is copyright of the World Health Organization, which has authorised the United States adaptation ICD-10-CM for government purposes; ICD-10-CM is maintained by the National Center for Health Statistics."

RuleSet: SnomedIcd10cmCopyright
* ^copyright = "SNOMED CT is the property of SNOMED International. Use requires an affiliate licence, in the United States without charge from the National Library of Medicine; elsewhere ask SNOMED International (https://www.snomed.org). ICD-10 is copyright of the World Health Organization, which has authorised the United States adaptation ICD-10-CM for government purposes."

RuleSet: SnomedHcpcsCopyright
* ^copyright = "SNOMED CT is the property of SNOMED International. Use requires an affiliate licence, in the United States without charge from the National Library of Medicine; elsewhere ask SNOMED International (https://www.snomed.org). HCPCS Level II codes are maintained by the U.S. Centers for Medicare and Medicaid Services."

RuleSet: LoincNotice
* copyright = "LOINC codes and names are copyright of Regenstrief Institute, Inc. and the LOINC Committee and free to use under the licence at https://loinc.org/license. LOINC is a registered trademark of Regenstrief Institute, Inc."

RuleSet: SnomedNotice
* copyright = "SNOMED CT is the property of SNOMED International. Use requires an affiliate licence, in the United States without charge from the National Library of Medicine; elsewhere ask SNOMED International (https://www.snomed.org)."

RuleSet: RxNormSnomedNotice
* copyright = "RxNorm is made by the U.S. National Library of Medicine. Only concepts of RxNorm itself (SAB=RXNORM) are used, which need no licence; other content of an RxNorm release needs a UMLS licence. The library does not endorse this work. SNOMED CT is the property of SNOMED International. Use requires an affiliate licence, in the United States without charge from the National Library of Medicine; elsewhere ask SNOMED International (https://www.snomed.org)."

RuleSet: UcumCopyright
* ^copyright = "UCUM codes are copyright of Regenstrief Institute, Inc. and the UCUM Organization and free to use under the terms at https://ucum.org/license."

RuleSet: Hl7Copyright
* ^copyright = "The codes are HL7's. Material of the FHIR specification and of HL7 Terminology is in the public domain (CC0 1.0); FHIR and HL7 are registered trademarks of Health Level Seven International."

RuleSet: OwnCopyright
* ^copyright = "The codes are defined by this guide and free for anyone to use (CC0 1.0)."
