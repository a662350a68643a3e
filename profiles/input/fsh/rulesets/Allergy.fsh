// AL: allergies to naltrexone, to what the injection is made of, to naloxone.

RuleSet: AL01
* insert Rule(AL-01, stat, Naltrexone allergy)
* title = "Naltrexone allergy recorded"
* description = "Hypersensitivity to naltrexone is a contraindication to every form. Ask what happened and when. Where the record is wrong, correct it; where it is right, choose another treatment."
* insert Override(allergy-record-refuted, Allergy record refuted)
* insert TabletLabel(contraindications)
* insert InjectionLabel([[contraindications, section 4]])
* insert RemoveDraftNaltrexone

RuleSet: AL02
* insert Rule(AL-02, stat, Allergy to a component of the extended-release suspension)
* title = "Allergy to a component of the XR suspension"
* description = "The injection holds polylactide-co-glycolide, and its diluent holds carboxymethylcellulose and polysorbate. Allergy to any of them is a contraindication to the injection. Tablets hold no polylactide-co-glycolide, but may hold polysorbate 80 or croscarmellose, which is made from carboxymethylcellulose: check the excipients of the product before oral naltrexone takes its place."
* insert InjectionLabel([[contraindications, section 4]])
* insert RemoveDraftInjection
* insert ConsiderOralNaltrexone

RuleSet: AL03
* insert Rule(AL-03, urgent, Naloxone allergy)
* title = "Naloxone allergy: cross-reactivity unknown"
* description = "Nobody knows whether an allergy to naloxone extends to naltrexone, which resembles it. Ask an allergy specialist first, and do not give a naloxone challenge."
* insert TabletLabel(contraindications)
* insert AskAllergySpecialist
