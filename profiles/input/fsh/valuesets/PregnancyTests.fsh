ValueSet: PregnancyTests
Id: pregnancy-tests
Title: "Pregnancy tests"
Description: "Choriogonadotropin in urine or serum, as positive or negative."
* insert Metadata
* insert LoincCopyright
* $loinc#2106-3 "Choriogonadotropin (pregnancy test) [Presence] in Urine"
* $loinc#2118-8 "Choriogonadotropin (pregnancy test) [Presence] in Serum or Plasma"
* $loinc#2110-5 "Choriogonadotropin.beta subunit (pregnancy test) [Presence] in Serum or Plasma"
