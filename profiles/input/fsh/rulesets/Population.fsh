// PR, PA, RN, AD: patients who need a word of their own.

RuleSet: PR01
* insert Rule(PR-01, urgent, Pregnancy)
* title = "Pregnant: discuss agonist treatment before naltrexone"
* description = "Withdrawal harms the pregnancy, so it must not be started only to give naltrexone. Agonist treatment is the usual choice in pregnancy. For a patient who is already abstinent, or who became pregnant on naltrexone, weigh benefit and risk together with obstetrics and addiction medicine."
* insert Override(shared-decision-documented, Shared decision documented)
* insert NewYorkPregnancyGuideline
* insert InjectionLabel([[pregnancy, section 8.1]])
* insert AsamGuideline([[pregnancy]])
* insert ArrangePregnancyCare
* insert ReferToAddictionTreatment

RuleSet: PR02
* insert Rule(PR-02, routine, Pregnancy status unknown)
* title = "Pregnancy status unknown before naltrexone"
* description = "No recent answer and no recent test tells whether the patient is pregnant. Test, and talk about contraception. At which ages this is asked, and what is recent, is set by the site."
* insert InjectionLabel([[pregnancy, section 8.1]])
* insert OrderPregnancyTest
* insert TalkAboutContraception

RuleSet: PR03
* insert Rule(PR-03, urgent, Breast-feeding)
* title = "Breast-feeding: weigh naltrexone transfer to milk"
* description = "Naltrexone and its active metabolite pass into milk, and little is known of what they do to the child. Weigh the benefit of breast-feeding and of treatment, and write the decision down."
* insert InjectionLabel([[lactation, section 8.2]])
* insert DocumentBreastFeedingDecision

RuleSet: PA01
* insert Rule(PA-01, stat, Chronic pain treated with opioids)
* title = "Opioid-treated chronic pain: not a naltrexone candidate"
* description = "Naltrexone would end the pain relief and precipitate withdrawal. Work out a plan without opioids with a pain specialist before naltrexone is thought of, or offer agonist treatment."
* insert StartOverrides
* insert TabletLabel(contraindications)
* insert RemoveDraftNaltrexone
* insert ArrangePainReview
* insert PlanPainRelief

RuleSet: PA02
* insert Rule(PA-02, routine, Chronic pain without opioids)
* title = "Chronic pain: opioids will not be an option while on naltrexone"
* description = "Naltrexone blocks opioid analgesics. Agree on pain relief without opioids before the first dose, and say what to do when pain gets worse."
* insert AsamGuideline([[pain]])
* insert PlanPainRelief

RuleSet: RN01
* insert Rule(RN-01, urgent, Reduced kidney function)
* title = "Reduced kidney function: naltrexone clearance reduced"
* description = "Naltrexone and its active metabolite are excreted by the kidneys, and no dose reduction is defined for the injection. Severe renal failure is a contraindication in the EU. Ask nephrology and watch for adverse effects. The limits are set by the site."
* insert InjectionLabel([[renal impairment]])
* insert ArrangeNephrologyReview
* insert OrderKidneyFunction

RuleSet: AD01
* insert Rule(AD-01, urgent, Age below 18)
* title = "Minor: outside labelled age"
* description = "By the label, safety and effect of naltrexone under 18 are not established. Guardian consent follows state law. Offer a programme for adolescents that treats the family as well."
* insert AsamGuideline([[adolescents]])
* insert ArrangeAdolescentCare

RuleSet: AD02
* insert Rule(AD-02, routine, Age 65 and over)
* title = "Older patient: check kidneys, interactions, falls"
* description = "Use in older adults is not well studied, and no source defines a lower dose. Check kidney function, go through all medicines and ask about falls."
* insert BritishLabel([[older adults, section 4.2]])
* insert OrderKidneyFunction
* insert ReviewMedicinesAndFalls
