// Each rule has its display, its logic as definition, and the property trigger: when it is looked at. A threshold stands as its key in braces; the
// build writes the default in its place. Which data are read, how urgent a card can be and where it comes from is not written here: the page
// docs/rules.md takes it from the plans and the compiled logic.
CodeSystem: NaltrexoneRules
Id: naltrexone-rules
Title: "Naltrexone safety rules"
Description: "One code for each decision rule; every card carries the code of its rule as topic of its source. Gaps in the numbers stay free and are never used again."
* insert Metadata
* ^caseSensitive = true
* ^content = #complete
* ^property[0].code = #trigger
* ^property[0].type = #string
* ^property[0].description = "When the rule is looked at."
* #PW-01 "Opioid supply still current" "Critical when a short-acting, long-acting or depot opioid is still current at the planned start: an active or held order that has begun by the planned start or by now and has no end or ends later, a dispensed supply that lasts beyond the planned start, or an active statement without an end or with a later one. A supply that ends exactly at the planned start is not current but an exposure with a gap of zero. Antidiarrhoeals belong to PW-12, orders that begin later to PW-17. An opioid drafted in the same call counts when it begins no later than naltrexone and has no end or ends after its start; one that ends before gives an exposure. Numbered steps of it follow each other."
* #PW-01 insert Trigger([[Naltrexone is drafted, in any form or strength.]])
* #PW-02 "Short-acting opioid too recent" "Each exposure to a short-acting opioid, to one of unknown class or to kratom is judged by the time from it to the planned start: critical below {opioidFree.short.criticalBelowDays}, warning below {opioidFree.short.warnBelowDays}. After illicit fentanyl: critical below {opioidFree.fentanyl.criticalBelowDays}, warning below {opioidFree.fentanyl.warnBelowDays}. An exposure after the planned start is critical. Opioids that are still used by the candidate assessment are an exposure of unknown class on the day it was answered. The worst exposure decides. Neither a passed naloxone challenge nor a negative urine test lowers it. The end of an opioid drafted in the same call is an exposure as well, here and in PW-03, PW-04 and PW-12."
* #PW-02 insert Trigger([[Naltrexone is drafted, in any form or strength.]])
* #PW-03 "Long-acting opioid too recent" "Each exposure to methadone, to buprenorphine other than depots, or to an extended-release or transdermal opioid is critical below {opioidFree.long.criticalBelowDays} before the planned start. A site may read the label literally (opioidFree.long.profile): then it is critical below {opioidFree.long.literalCriticalBelowDays} only and a warning from there on. The worst exposure decides; no test result lowers it."
* #PW-03 insert Trigger([[Naltrexone is drafted, in any form or strength.]])
* #PW-04 "Depot buprenorphine still releasing" "Critical while less than one dosing interval and {opioidFree.depot.extraDays} more lie between the last depot or implant of buprenorphine and the planned start. The interval is {opioidFree.depot.intervalDays.monthly}, for weekly products {opioidFree.depot.intervalDays.weekly}, for implants {opioidFree.depot.intervalDays.implant}."
* #PW-04 insert Trigger([[Naltrexone is drafted, in any form or strength.]])
* #PW-05 "Positive urine opioid test" "Of each opioid the newest urine result counts. When it is positive and was collected at most {urine.positive.criticalWithinDays} before the planned start, or after it: critical; at most {urine.positive.warnWithinDays} before: warning. Preliminary positives count, preliminary negatives clear nothing. Tests for naltrexone or naloxone are left out, and an unconfirmed oxycodone screen of a patient on naltrexone belongs to LB-01."
* #PW-05 insert Trigger([[Naltrexone is drafted, or a naltrexone request with status draft is kept in the chart when it is opened.]])
* #PW-06 "No recent negative urine opioid test" "Warning when PW-05 is silent and no opioid has a final negative urine result, as its newest, collected within the last {urine.negative.maxAgeHours}. Age is measured to now, not to the planned start."
* #PW-06 insert Trigger([[Naltrexone is drafted and it is a new start.]])
* #PW-07 "Urine panel incomplete" "Only when PW-06 found a negative result that counts. Info when fentanyl has neither such a negative nor a positive newest result, or when buprenorphine, methadone, oxycodone or tramadol is on record and has neither. One card names all that is missing."
* #PW-07 insert Trigger([[Naltrexone is drafted and it is a new start.]])
* #PW-08 "Withdrawal score (COWS)" "The newest withdrawal score of the last {cows.maxAgeHours}: critical from {cows.criticalFrom} points, warning from {cows.warnFrom}, nothing at 0. Without such a score: info. A score answered in a form of which no record was made counts as well, one of 0 only in a finished form of this service."
* #PW-08 insert Trigger([[Naltrexone is drafted and it is a new start.]])
* #PW-09 "Naloxone challenge failed" "Critical when the newest naloxone challenge, or opioid withdrawal recorded after naloxone, is positive, on record or by the candidate assessment, and at most {challenge.fail.withinDays} old. Without a date it counts as of now. A later negative challenge ends it."
* #PW-09 insert Trigger([[Naltrexone is drafted and it is a new start.]])
* #PW-10 "Naloxone challenge missing or old" "Only when PW-09 is silent. A negative challenge of the last {challenge.pass.maxAgeHours} satisfies it; an older one of the last {challenge.lookBackDays} gives info. Without any in that time: warning before an injection, info before tablets, and warning before both where a site demands the challenge (challenge.requirement). A passed challenge never lowers PW-01 to PW-05. No card offers a challenge where PW-01 or PW-05 speaks, the last score shows withdrawal, or an allergy to naloxone is on record or may be one that could not be read."
* #PW-10 insert Trigger([[Naltrexone is drafted and it is a new start.]])
* #PW-11 "Opioid-free interval not documented" "Warning when nothing dates the last opioid: neither a statement of last use nor any opioid record that counts. A diagnosis of opioid use disorder is not needed."
* #PW-11 insert Trigger([[Naltrexone is drafted and it is a new start.]])
* #PW-12 "Opioid antidiarrhoeal in use" "Info when loperamide, diphenoxylate or an opium preparation is ordered, supplied or taken at the planned start, or was taken less than {opioidFree.antidiarrhoeal.infoBelowDays} before it, also when it is ordered together with naltrexone and goes on beyond its start. These never raise PW-01 to PW-04."
* #PW-12 insert Trigger([[Naltrexone is drafted, in any form or strength.]])
* #PW-13 "Enrolled in opioid agonist treatment" "Critical when enrolment in an agonist programme is on the problem list, or a programme procedure or billing code was recorded within {programme.lookBackDays}, or the candidate assessment of the last {records.assessmentLookBackDays} says it, whatever medicines and urine tests say: doses given by programmes are often missing from the chart."
* #PW-13 insert Trigger([[Naltrexone is drafted, or a naltrexone request with status draft is kept in the chart when it is opened.]])
* #PW-14 "Anesthesia-assisted detoxification ordered" "Critical, whatever the chart holds."
* #PW-14 insert Trigger([[A request for anesthesia-assisted detoxification is drafted.]])
* #PW-16 "Re-check on the day of the first dose" "Info when the planned start is more than {start.recheckAfterHours} ahead, exactly that long not included. All other rules judge today what may have changed by then."
* #PW-16 insert Trigger([[Naltrexone is drafted and it is a new start.]])
* #PW-17 "Opioid ordered to begin after naltrexone" "Warning when an active or held opioid order begins after the planned start of naltrexone and after now. Such an order counts neither as current supply nor as exposure."
* #PW-17 insert Trigger([[Naltrexone is drafted, in any form or strength.]])
* #OP-01 "Opioid ordered while oral naltrexone blocks" "Critical when less than {block.oral.hours} lie between the last oral naltrexone and the planned start of the opioid. Oral treatment without an end counts as taken up to then, and so do tablets drafted in the same call that begin no later than the opioid. Cough and antidiarrhoeal products belong to OP-03, agonist treatment of opioid use disorder to OP-05. Without any naltrexone dose on record: nothing."
* #OP-01 insert Trigger([[An opioid is drafted.]])
* #OP-02 "Opioid ordered while extended-release naltrexone blocks" "Critical when less than {block.xr.days} lie between the last naltrexone injection and the planned start of the opioid. Naltrexone that was given and is known by its ingredients or under the code of the ingredient alone counts as the injection, unless route, dose, form or code say tablets. An injection drafted in the same call that begins no later than the opioid counts from its start. Cough and antidiarrhoeal products belong to OP-03, agonist treatment to OP-05. Without any naltrexone dose on record: nothing."
* #OP-02 insert Trigger([[An opioid is drafted.]])
* #OP-03 "Opioid cough or diarrhea medicine during blockade" "Warning inside the time in which OP-01 or OP-02 would speak, in their place. After it OP-07 speaks."
* #OP-03 insert Trigger([[An opioid cough or antidiarrhoeal product is drafted.]])
* #OP-04 "Procedure while naltrexone blocks" "Warning when less than {block.oral.hours} lie between the last oral naltrexone and the procedure, or less than {block.xr.days} between the last injection and it, as OP-02 counts it. Oral treatment without an end before the procedure counts as taken up to it. Procedures in the past are left out; each event of a timing is one. A procedure whose date is not written or cannot be read may be today, and the card says so. Surgery is known by SNOMED CT 387713003, surgical procedure, as service type or category of an appointment, and as code or category of an order; one told only in words, or by the code of the operation itself, is not known."
* #OP-04 insert Trigger([[A procedure is booked, drafted, or planned in the chart.]])
* #OP-05 "Agonist treatment before naltrexone has cleared" "Warning when less than {agonistRestart.oral.hours} lie between the last oral naltrexone and the planned start, or less than {agonistRestart.xr.days} after an injection. It speaks in place of OP-01 and OP-02. A draft that does not name opioid use disorder as its reason is judged as any opioid."
* #OP-05 insert Trigger([[Methadone or buprenorphine for opioid use disorder is drafted.]])
* #OP-07 "Lost opioid tolerance after naltrexone" "Warning when the block has passed but less than {toleranceLoss.days} lie between the last naltrexone and the planned start of the opioid. When tablets and injections are on record, both blocks must have passed."
* #OP-07 insert Trigger([[An opioid is drafted.]])
* #HT-01 "Baseline liver tests missing" "Warning when ALT or AST has no usable result, or the newer of the two newest is more than {hepatic.baseline.missingAfterDays} old. A result in a unit that cannot be converted counts as missing."
* #HT-01 insert Trigger([[Naltrexone is drafted and it is a new start.]])
* #HT-02 "Baseline liver tests old" "Only when HT-01 is silent: info when the older of the newest ALT and the newest AST is more than {hepatic.baseline.oldAfterDays} old."
* #HT-02 insert Trigger([[Naltrexone is drafted and it is a new start.]])
* #HT-03 "Liver enzymes raised" "The newest usable ALT and AST of the last {hepatic.result.maxAgeDays} are divided by the upper limit of normal of their own report, the lowest where it has several, or by the configured one where it has none (HT-14). The larger ratio decides: critical from {hepatic.ratio.criticalFrom}, with urgent wording from {hepatic.ratio.urgentFrom}, warning from {hepatic.ratio.warnFrom}."
* #HT-03 insert Trigger([[Naltrexone is drafted, or the chart of a patient on naltrexone is opened.]])
* #HT-04 "Possible serious liver injury" "Critical when the larger ratio of HT-03 is at least {hepatic.ratio.warnFrom} and total bilirubin is at least {hepatic.bilirubin.ratioFrom} times its upper limit, or the INR is above {hepatic.inr.above} in a patient without an anticoagulant. An alkaline phosphatase of at least {hepatic.alp.mixedFrom} times its limit only changes the wording. HT-03 speaks beside it."
* #HT-04 insert Trigger([[Naltrexone is drafted, or the chart of a patient on naltrexone is opened.]])
* #HT-05 "Bilirubin raised" "Warning when total bilirubin is at least {hepatic.bilirubin.ratioFrom} times its upper limit while the larger ratio of HT-03 is below {hepatic.ratio.warnFrom} or unknown; above it HT-04 speaks."
* #HT-05 insert Trigger([[Naltrexone is drafted, or the chart of a patient on naltrexone is opened.]])
* #HT-06 "Acute hepatitis or liver failure" "Critical when acute hepatitis, hepatic failure or decompensated cirrhosis is on the problem list, or answered in the candidate assessment of the last {records.assessmentLookBackDays}. HT-07 is then silent. The regulatory profile of the site changes the wording only."
* #HT-06 insert Trigger([[Naltrexone is drafted, or the chart of a patient on naltrexone is opened.]])
* #HT-07 "Cirrhosis or chronic viral hepatitis" "Only when HT-06 is silent. Cirrhosis on the problem list or by the candidate assessment: warning. Otherwise chronic hepatitis, chronic liver disease that is not named closer, or hepatitis by the assessment: info."
* #HT-07 insert Trigger([[Naltrexone is drafted, or the chart of a patient on naltrexone is opened.]])
* #HT-08 "Liver tests due" "Tests are due {hepatic.schedule.months} months after the start and then every {hepatic.schedule.thenEveryMonths} months. Of the due points reached, less {hepatic.schedule.graceDays}, the last one counts. When no usable ALT or AST is dated since then: info, and warning once more than {hepatic.schedule.graceDays} have passed since the due point."
* #HT-08 insert Trigger([[A patient is on naltrexone and the start of treatment is known; while ordering also a naltrexone draft.]])
* #HT-09 "Liver enzymes rising" "For ALT and AST each, the newest result of the last {hepatic.result.maxAgeDays} is compared with the newest one up to the day treatment began. Critical when the baseline ratio was at least {hepatic.rise.baselineRatio} and the value has reached {hepatic.rise.criticalFactor} times the baseline or {hepatic.rise.criticalAbsolute}. Otherwise warning when it has reached {hepatic.rise.warnFactor} times the baseline and lies above its upper limit."
* #HT-09 insert Trigger([[A patient is on naltrexone and the start of treatment is known.]])
* #HT-10 "Symptoms of hepatitis" "Critical when jaundice, as problem or observation, counts and is not said to be absent, and the patient is on naltrexone, or the larger ratio of HT-03 is at least {hepatic.ratio.warnFrom}."
* #HT-10 insert Trigger([[A symptom of hepatitis is on record for a patient on naltrexone or with raised enzymes.]])
* #HT-11 "Other liver-toxic medicine" "Warning when disulfiram is taken. Info when isoniazid, methotrexate, valproate or ketoconazole is taken, or acetaminophen above {hepatic.acetaminophen.dailyAboveGrams} a day: the most that its instructions allow, no more than a limit they state. Where a written dose does not tell that, DQ-01 names it. Disulfiram with others: one warning."
* #HT-11 insert Trigger([[Naltrexone is drafted, in any form or strength.]])
* #HT-12 "Heavy alcohol use" "Info when alcohol dependence is on the problem list."
* #HT-12 insert Trigger([[Naltrexone is drafted, or the chart of a patient on naltrexone is opened.]])
* #HT-14 "Reference range assumed" "Info when the newest usable ALT or AST had no readable upper limit, so that the configured one was used: ALT {hepatic.uln.alt}, AST {hepatic.uln.ast}. Bilirubin falls back to {hepatic.uln.bilirubin} without a card."
* #HT-14 insert Trigger([[Naltrexone is drafted, or the chart of a patient on naltrexone is opened.]])
* #PR-01 "Pregnancy" "Warning when the newest pregnancy status or pregnancy test of the last 280 days says pregnant, or pregnancy is on the problem list, drug use complicating pregnancy or childbirth (ICD-10-CM O99.320 to O99.324) with it, supervision of a pregnancy and weeks of gestation (O09, Z34, Z3A) unless recorded longer ago than that. A newer status or test that says otherwise ends it. An answer in a form of which no record was made counts as well, a no only in a finished form of this service."
* #PR-01 insert Trigger([[Naltrexone is drafted, or a naltrexone request with status draft is kept in the chart when it is opened.]])
* #PR-02 "Pregnancy status unknown" "Info for a female patient aged 12 to 50 years when PR-01 is silent and the last 30 days hold neither a clear pregnancy status nor a pregnancy test. Possible pregnancy is no clear status."
* #PR-02 insert Trigger([[Naltrexone is drafted, in any form or strength.]])
* #PR-03 "Breast-feeding" "Warning when lactation is on the problem list."
* #PR-03 insert Trigger([[Naltrexone is drafted, in any form or strength.]])
* #PA-01 "Chronic pain treated with opioids" "Critical when chronic pain is on the problem list and PW-01 speaks of a record, beside it, or when the candidate assessment of the last {records.assessmentLookBackDays} tells of pain that needs opioids. Opioids of the past alone do not count."
* #PA-01 insert Trigger([[Naltrexone is drafted, or a naltrexone request with status draft is kept in the chart when it is opened.]])
* #PA-02 "Chronic pain without opioids" "Info when chronic pain is on the problem list and PA-01 is silent."
* #PA-02 insert Trigger([[Naltrexone is drafted, in any form or strength.]])
* #RN-01 "Reduced kidney function" "The newest estimated filtration rate of the last 365 days: warning below 30 mL/min/1.73 m², critical where the site follows the European profile; info below 50 mL/min/1.73 m²; nothing from there on or without a result."
* #RN-01 insert Trigger([[Naltrexone is drafted, in any form or strength.]])
* #MH-01 "Suicidal thoughts" "Critical when an answer of the last 30 days tells of suicidal intent, with or without a plan, or of an attempt within 3 months. Otherwise warning when item 9 of the PHQ-9 is at least 1, the C-SSRS screener as a whole says yes, a risk or a number above zero, or suicidal ideation is on the problem list. Answers in a form of which no record was made count as well."
* #MH-01 insert Trigger([[Naltrexone is drafted, or the chart of a patient on naltrexone is opened.]])
* #MH-02 "Depression score" "Info when the newest PHQ-9 total of the last 30 days is at least 10, also one answered in a form of which no record was made."
* #MH-02 insert Trigger([[Naltrexone is drafted, or the chart of a patient on naltrexone is opened.]])
* #AL-01 "Naltrexone allergy" "Critical when an allergy to naltrexone is on record that is active, or has no status, and is neither refuted nor entered in error, or when the candidate assessment tells of an allergy to naltrexone or a part of the injection and no allergy on record says to which. Methylnaltrexone is another substance."
* #AL-01 insert Trigger([[Naltrexone is drafted, in any form or strength.]])
* #AL-02 "Allergy to a component of the extended-release suspension" "Critical when an allergy to polylactide-co-glycolide, carboxymethylcellulose, polysorbate or another part of the diluent is on record as in AL-01. These are found by text. Tablets: nothing."
* #AL-02 insert Trigger([[The extended-release injection is drafted.]])
* #AL-03 "Naloxone allergy" "Warning when an allergy to naloxone is on record as in AL-01. It does not raise AL-01."
* #AL-03 insert Trigger([[Naltrexone is drafted, in any form or strength.]])
* #IN-01 "Low platelets before an intramuscular injection" "Warning when the newest platelet count of the last 90 days is below 50 10³/µL."
* #IN-01 insert Trigger([[The extended-release injection is drafted.]])
* #IN-02 "Anticoagulant or bleeding disorder before an intramuscular injection" "Warning when an order or statement for an anticoagulant is active, whatever end it states, or a coagulation disorder is on the problem list. Anticoagulants are known by ingredient, name or brand."
* #IN-02 insert Trigger([[The extended-release injection is drafted.]])
* #IN-03 "Body habitus and gluteal injection" "The newest body mass index: warning from 40 kg/m², info below 18.5 kg/m². Body habitus has to be looked at before every injection all the same."
* #IN-03 insert Trigger([[The extended-release injection is drafted.]])
* #IN-04 "Injection site or route other than gluteal intramuscular" "Critical when the draft names a route that is not intramuscular, or a site that is not gluteal. A route or site left out gives nothing."
* #IN-04 insert Trigger([[The extended-release injection is drafted.]])
* #IN-05 "Self-administered extended-release injection" "Warning when the draft names the patient as the one who performs it."
* #IN-05 insert Trigger([[The extended-release injection is drafted.]])
* #IN-06 "Injection side to alternate" "Info when the draft names a gluteal side and the newest injection was given on the same one. Without a side on either: nothing."
* #IN-06 insert Trigger([[The injection is drafted, or a draft of it is kept in the chart when it is opened.]])
* #DO-01 "First oral dose too high" "Warning when opioid use disorder is on the problem list and the largest single dose is above 25 mg, cannot be read in milligrams, or is not written: a draft without a dose counts as 50 mg. Of a dose written in several kinds, as ordered and as calculated, one that is read will do. What cannot be read is told as it is written."
* #DO-01 insert Trigger([[Oral naltrexone is drafted and it is a new start.]])
* #DO-02 "Dose above usual regimens" "Critical when a single dose is above 150 mg. Otherwise warning when the average is above 50 mg a day, all dosage lines added up that may fall on the same days, those of several drafts together too. Numbered lines follow each other where the earlier ends and the later bears no date. Where a code and numbers say how often, the larger counts. For the average a draft without a dose counts as 50 mg once a day, and a dose that cannot be read as 50 mg, or for each of the tablets that it names; the card says so. The dose is read from the dosage, not from the strength of the product; where none is, the most that may be given at once stands in."
* #DO-02 insert Trigger([[Oral naltrexone is drafted.]])
* #DO-03 "Extended-release dose other than 380 mg" "Critical when the draft names a dose other than 380 mg."
* #DO-03 insert Trigger([[The extended-release injection is drafted.]])
* #DO-04 "Extended-release interval" "Days from the last injection to the planned start: critical below 21 days, warning below 26 days, nothing up to 28 days, info up to {xr.interval.newStartAfter}. Beyond that: warning, and the draft is a new start. A dose whose form nobody tells counts as the injection where it makes the next too early. The same tiers below hold for the days between injections of one call: two drafts, one that names several moments, or one that is repeated sooner, as one injection is that is written as one a day without a count of 1 or an end."
* #DO-04 insert Trigger([[The injection is drafted, or a draft of it is kept in the chart when it is opened, and an earlier injection is on record, or more than one is ordered.]])
* #DO-05 "Oral and extended-release naltrexone together" "Warning when oral naltrexone is ongoing without an end, or with an end after the planned start, or drafted in the same call so that it ends after that start and begins less than {xr.interval.onTimeTo} after it."
* #DO-05 insert Trigger([[The extended-release injection is drafted.]])
* #DI-01 "Lofexidine with oral naltrexone" "Info when lofexidine is ordered, also in the same call, or taken, at whatever time of the day. It is found by name."
* #DI-01 insert Trigger([[Oral naltrexone is drafted.]])
* #AD-01 "Age below 18" "Warning when the patient is younger than 18 years."
* #AD-01 insert Trigger([[Naltrexone is drafted, in any form or strength.]])
* #AD-02 "Age 65 and over" "Info when the patient is 65 years old or older. No dose is changed because of it."
* #AD-02 insert Trigger([[Naltrexone is drafted, in any form or strength.]])
* #OD-01 "No overdose reversal agent on record" "Warning when no naloxone or nalmefene product was ordered, supplied, taken or given within the last 365 days. A statement counts by its date, or the end, else the start, of its period, also while active. Products that join naloxone with an opioid, or hold what could not be read, do not count. No naloxone is offered where an allergy to it is on record; where allergies could not be read, the card says so."
* #OD-01 insert Trigger([[Naltrexone is drafted, or a naltrexone request with status draft is kept in the chart when it is opened.]])
* #OD-02 "Naltrexone lapsed" "Warning at a stop order. Otherwise warning when more than {xr.interval.newStartAfter} have passed since the last injection, or more than {oral.lapseHours} since the last oral dose, unless the treatment is recorded as ended. A record that is known as naltrexone by its ingredients alone, going on or ended, hides no lapse of one that is known by its own code or name."
* #OD-02 insert Trigger([[Naltrexone is stopped by the order being signed, or the chart of a patient on naltrexone is opened or an encounter ends.]])
* #CT-01 "Treatment stopped early" "Info when the treatment began less than 182 days ago at a stop order, or when a draft ends less than 182 days after the treatment began; a last day counts whole. An order for one injection, of four weeks or a month, is no end of treatment, nor is that of an order signed together with one that lasts longer. Without a known start: nothing."
* #CT-01 insert Trigger([[Naltrexone is stopped by the order being signed, or a naltrexone draft has an end date.]])
* #CT-02 "No psychosocial support recorded" "Info when no psychosocial treatment is on record, active, held or completed, at any date. It is never a reason to hold naltrexone."
* #CT-02 insert Trigger([[Naltrexone is drafted, or the chart of a patient on naltrexone is opened.]])
* #LB-01 "Oxycodone screen and naltrexone metabolites" "Info when the newest urine result for oxycodone or oxymorphone is positive by a test that names no confirmatory method. Such a result raises no PW-05; a confirmed one does. Naltrexone that is known by its ingredients alone does not count."
* #LB-01 insert Trigger([[A patient is on naltrexone.]])
* #DQ-01 "Data incomplete" "Info when a kind of resource that a rule of the call reads could not be read completely. One card names the kinds. All rules still run on what was read. An empty answer is an answer; a failed query, a page that could not be followed or data withheld is not. The same card names records that a rule of the call would need and cannot judge: without a code, date, value or status that is understood, with ingredients that could not be read, or known as naltrexone by its ingredients alone, which tell no form; or problems under codes outside the lists whose words name what the rules ask for, such as the liver, suicide or a pregnancy. Drafts are judged by their names too."
* #DQ-01 insert Trigger([[Any call.]])
* #DQ-03 "Liver result not understood" "Warning when an ALT or AST result has no number, or a unit other than those that can be converted. It counts as missing for all liver rules. Any such result among those read raises it, not only the newest. Warning too when the newest is given as above or below a number that leaves its tier of HT-03 open; it is then judged by that number."
* #DQ-03 insert Trigger([[Naltrexone is drafted, or the chart of a patient on naltrexone is opened.]])
* #DQ-04 "Opioid record dated in the future" "Warning when an opioid was given or taken, by its date, more than {clock.futureToleranceMinutes} after now. It is then judged as taken now. Supplies that last into the future and orders that begin later are not meant."
* #DQ-04 insert Trigger([[Naltrexone is drafted, in any form or strength.]])
