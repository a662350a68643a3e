ValueSet: OpioidAgonistProgrammeProcedures
Id: opioid-agonist-programme-procedures
Title: "Opioid agonist treatment, procedures"
Description: "Procedures of an opioid treatment programme. HCPCS codes are listed under both spellings of their system that are in use."
* insert Metadata
* insert SnomedHcpcsCopyright
* $sct#310653000 "Drug addiction therapy - methadone (regime/therapy)"
* $sct#792901003 "Drug addiction therapy using buprenorphine (regime/therapy)"
* $sct#792902005 "Drug addiction therapy using buprenorphine and naloxone (regime/therapy)"
* $hcpcs#H0020
* $hcpcs#G2067
* $hcpcs#G2068
* $hcpcs#G2069
* $hcpcs-https#H0020
* $hcpcs-https#G2067
* $hcpcs-https#G2068
* $hcpcs-https#G2069
