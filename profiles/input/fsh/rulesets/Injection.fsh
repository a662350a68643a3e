// IN: before extended-release naltrexone is injected.

RuleSet: IN01
* insert Rule(IN-01, urgent, Low platelets before an intramuscular injection)
* title = "Few platelets: a deep intramuscular injection can bleed"
* description = "The newest platelet count is low. A deep gluteal injection can cause a large haematoma. Ask haematology, or give tablets instead. The limit is a default of this service."
* insert InjectionWarnings
* insert InjectionLabel([[warnings on intramuscular injections]])
* insert AskHaematology
* insert RemoveDraftInjection

RuleSet: IN02
* insert Rule(IN-02, urgent, Anticoagulant or bleeding disorder before an intramuscular injection)
* title = "Anticoagulant or bleeding disorder: caution with a deep intramuscular injection"
* description = "An anticoagulant is being taken, or a disorder of coagulation is on the problem list. Check the INR where it applies, press the site for longer after the injection, or give tablets instead."
* insert InjectionWarnings
* insert InjectionLabel([[warnings on intramuscular injections]])
* insert OrderInr
* insert AskHaematology
* insert RemoveDraftInjection

RuleSet: IN03
* insert Rule(IN-03, urgent, Body habitus and gluteal injection)
* title = "Body habitus may defeat gluteal intramuscular delivery"
* description = "With a high body mass index the needle may end in fat, with a low one there may be too little muscle. Needles of 1.5 and 2 inches come with the injection: assess body habitus each time, and choose another treatment when the muscle cannot be reached. The limits are defaults of this service."
* insert InjectionLabel([[sections 2.1 and 5.2]])
* insert ChooseNeedle

RuleSet: IN04
* insert Rule(IN-04, stat, Injection site or route other than gluteal intramuscular)
* title = "Extended-release naltrexone must be deep intramuscular and gluteal only"
* description = "The order names another route or site. Under the skin or in other muscles severe reactions of the tissue are more likely. Correct route and site."
* insert InjectionLabel([[section 2.1]])
* insert RemoveDraftInjection

RuleSet: IN05
* insert Rule(IN-05, urgent, Self-administered extended-release injection)
* title = "Extended-release naltrexone is given by a health professional"
* description = "The order names the patient as the one who injects. The injection is prepared and given by a health professional: plan a visit."
* insert InjectionLabel([[section 2.1]])
* insert PlanInjectionVisit

RuleSet: IN06
* insert Rule(IN-06, routine, Injection side to alternate)
* title = "Alternate the buttock: the last injection was on the same side"
* description = "Injections alternate between the two buttocks, so that the tissue recovers. Choose the other side."
* insert InjectionLabel([[section 2.1]])
