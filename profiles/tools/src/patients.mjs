// Random patients around the edges of the rules: partial dates, odd offsets, boundary gaps, missing elements, odd units and statuses.
const base = 'https://fhirnaltrexone.example.org/fhir';
const rxnorm = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const loinc = 'http://loinc.org';
const snomed = 'http://snomed.info/sct';
const observations = `${base}/CodeSystem/naltrexone-observation`;
const classes = `${base}/CodeSystem/opioid-exposure-class`;

/** Deterministic random numbers: the same seed gives the same patients on every machine. */
export function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const one = (list) => list[Math.floor(next() * list.length)];
  const chance = (p) => next() < p;
  const between = (low, high) => low + Math.floor(next() * (high - low + 1));
  return { next, one, chance, between };
}

const opioids = [
  ['7804', 'oxycodone'], ['1049621', 'oxycodone hydrochloride 5 MG Oral Tablet'], ['5489', 'hydrocodone'], ['10689', 'tramadol'],
  ['3304', 'heroin'], ['6813', 'methadone'], ['1819', 'buprenorphine'], ['6378', 'levorphanol'], ['4337', 'fentanyl'],
  ['1996184', '0.5 ML buprenorphine 200 MG/ML Prefilled Syringe'], ['6468', 'loperamide'], ['863845', 'morphine and naltrexone capsule'],
  ['1190572', 'diphenoxylate and atropine'],
];
const naltrexone = [['1483744', 'naltrexone 50 MG Oral Tablet'], ['637213', 'naltrexone 380 MG Injection'], ['1551468', 'bupropion and naltrexone'], ['1483780', 'naltrexone 25 MG Oral Tablet']];
const others = [['29899', 'methylnaltrexone'], ['3554', 'disulfiram'], ['161', 'acetaminophen'], ['11289', 'warfarin'], ['6038', 'isoniazid'], ['1725059', 'naloxone nasal spray'], ['1364430', 'apixaban']];
const medicinesInWords = ['lofexidine', 'enoxaparin 40 mg', 'Vivitrol', 'Eliquis 5 mg'];
const urine = ['19295-5', '59673-4', '19642-8', '19550-3', '58359-1', '19710-3', '12309-1', '16198-4', '3540-2', '11235-9', '10998-3'];
const gaps = [0, 1, 6, 7, 8, 9, 10, 13, 14, 15, 20, 27, 28, 29, 30, 31, 34, 35, 36, 41, 42, 43, 60, 89, 90, 91, 180, 194, 364, 365, 366, 400];
const offsets = ['-05:00', '-04:00', '+00:00', 'Z', '+05:30', '-08:00'];

/** One patient: hook, now, context, resources. */
export function patient(r, index) {
  const now = new Date(Date.UTC(2026, r.between(0, 11), r.between(1, 28), r.between(0, 23), r.one([0, 0, 30, 59]), 0));
  const hook = r.one(['order-sign', 'order-sign', 'order-sign', 'order-select', 'patient-view', 'appointment-book', 'encounter-start', 'encounter-discharge']);
  let serial = 0;
  const id = (type) => `${type.toLowerCase()}-${index}-${(serial += 1)}`;

  const at = (moment, offset) => {
    const zone = offset === 'Z' ? 0 : Number(offset.slice(0, 3)) * 60 + Math.sign(Number(offset.slice(0, 3)) || 1) * Number(offset.slice(4));
    return new Date(moment.getTime() + zone * 60000).toISOString().slice(0, 19) + offset;
  };
  /** A dateTime some days before now: exact boundary, a second beside it, a date, a month, a year, or nothing. */
  const past = (days = r.one(gaps)) => {
    const moment = new Date(now.getTime() - days * 86400000 + r.one([0, 0, 0, -1000, 1000, 3600000, -3600000, 43200000]));
    const stamp = at(moment, r.one(offsets));
    return r.one([stamp, stamp, stamp, stamp, stamp, stamp.slice(0, 10), stamp.slice(0, 10), stamp.slice(0, 7), `${stamp.slice(0, 19)}.250${stamp.slice(19)}`]);
  };
  const future = () => at(new Date(now.getTime() + r.one([60000, 300000, 301000, 3600000, 86400000, 90000000, 864000000])), r.one(offsets));
  const moment = () => (r.chance(0.06) ? future() : past());
  const maybe = (p, value) => (r.chance(p) ? value() : undefined);
  const concept = (system, [code, display]) => ({ coding: [{ system, code, display }], ...(r.chance(0.5) ? { text: display } : {}) });
  // From numbers of its own, so that the rest of every patient stays as it was.
  const s = random(index + 7919);
  const coded = ([code, display]) => ({ coding: [{ system: rxnorm, code, display }] });
  const unreadable = { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }] };
  const held = (chosen) => ({ url: `${base}/StructureDefinition/medicine-ingredient`, valueCodeableConcept: s.one([coded(chosen), coded(chosen), { text: chosen[1] }, unreadable]) });
  const formed = () => ({ url: `${base}/StructureDefinition/medicine-form`, valueCodeableConcept: { text: s.one(['tablet', 'Capsule', 'suspension for injection', 'implantation tablet']) } });
  /** Sometimes a medicine whose ingredients tell more than its code, and sometimes in what form it comes. */
  const mixed = (plain, chosen) => (s.chance(0.06)
    ? { ...s.one([{ text: 'mixture' }, coded(s.one(others)), plain]), extension: [held(chosen), held(s.one(s.one([opioids, naltrexone, others]))), ...s.one([[], [formed()]])] }
    : plain);
  const medication = (list) => {
    const chosen = r.one(list);
    if (r.chance(0.04)) return { medicationCodeableConcept: { text: chosen[1] } };
    if (r.chance(0.03)) return { medicationCodeableConcept: { text: r.one(medicinesInWords) } };
    if (r.chance(0.03)) return { medicationReference: { reference: 'Medication/elsewhere' } };
    if (r.chance(0.03)) return { medicationCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/sid/ndc', code: '0000' }, { system: rxnorm, code: chosen[0] }] } };
    if (r.chance(0.03)) return { medicationCodeableConcept: { coding: [{ system: rxnorm, code: r.one([chosen[0], '1364445']) }] } };
    return { medicationCodeableConcept: mixed(concept(rxnorm, chosen), chosen) };
  };
  const period = (withEnd = 0.6) => ({ ...(r.chance(0.8) ? { start: moment() } : {}), ...(r.chance(withEnd) ? { end: moment() } : {}) });
  const subject = { reference: 'Patient/p' };
  const route = () => r.one([undefined, concept(snomed, ['26643006', 'Oral']), concept(snomed, ['78421000', 'Intramuscular']), { text: r.one(['intramuscular', 'IM', 'inject i.m. monthly', 'times']) }]);
  const site = () => r.one([{ text: 'left buttock' }, { text: 'right buttock' }, concept(snomed, ['46862004', 'Buttock structure']), { text: 'deltoid muscle' }, { coding: [{ system: `${base}/CodeSystem/injection-side`, code: r.one(['left-buttock', 'right-buttock']) }] }]);
  const milligrams = () => ({ value: r.one([25, 50, 50, 100, 150, 190, 380, 380, 0.38]), unit: 'mg', ...(r.chance(0.9) ? { system: 'http://unitsofmeasure.org', code: r.one(['mg', 'mg', 'mg', 'g', 'mL', '{tbl}']) } : {}) });
  /** How an order for naltrexone is written: doses, ranges, limits, frequencies in every form. */
  const ordered = (bounds) => ({
    ...(r.chance(0.8) ? { timing: r.one([
      { repeat: { ...bounds, frequency: r.one([1, 1, 2, 3]), period: r.one([1, 1, 2, 3, 4, 28]), periodUnit: r.one(['d', 'd', 'wk', 'h', 'mo']) } },
      { repeat: { ...bounds, dayOfWeek: r.one([['mon'], ['mon', 'wed', 'fri']]), ...(r.chance(0.5) ? { frequency: 1, period: 1, periodUnit: r.one(['d', 'wk']) } : {}) } },
      { repeat: { ...bounds, ...(r.chance(0.5) ? { timeOfDay: ['08:00:00', '20:00:00'] } : {}), ...(r.chance(0.3) ? { when: ['MORN', 'NIGHT'] } : {}) } },
      { code: concept('http://terminology.hl7.org/CodeSystem/v3-GTSAbbreviation', [r.one(['BID', 'QD', 'QOD', 'X']), 'code']) },
    ]) } : {}),
    ...(r.chance(0.6) ? { route: route() } : {}), ...(r.chance(0.5) ? { site: site() } : {}),
    ...(r.chance(0.1) ? { text: 'as told' } : {}), ...(r.chance(0.1) ? { asNeededBoolean: true } : {}),
    ...(r.chance(0.8) ? { doseAndRate: [r.chance(0.85) ? { doseQuantity: milligrams() } : { doseRange: { ...(r.chance(0.9) ? { low: milligrams() } : {}), ...(r.chance(0.9) ? { high: milligrams() } : {}) } }] } : {}),
    ...(r.chance(0.15) ? { maxDosePerPeriod: { numerator: milligrams(), denominator: { value: r.one([1, 2]), unit: 'd', code: r.one(['d', 'wk']) } } } : {}),
  });
  const dosage = (bounds) => ({
    ...(bounds ? { timing: { repeat: { boundsPeriod: bounds, ...(r.chance(0.4) ? { frequency: r.between(1, 4), period: r.one([1, 1, 7]), periodUnit: r.one(['d', 'wk', 'h']) } : {}) } } } : {}),
    ...(r.chance(0.4) ? { route: route() } : {}),
    ...(r.chance(0.5) ? { doseAndRate: [{ doseQuantity: { value: r.one([50, 380, 650, 1000, 1]), unit: 'mg', system: 'http://unitsofmeasure.org', code: r.one(['mg', 'mg', 'g', '{tbl}']) } }] } : {}),
  });
  const pool = () => r.one([opioids, opioids, naltrexone, naltrexone, others]);

  const request = (list, status) => ({
    resourceType: 'MedicationRequest', id: id('MedicationRequest'), status: status ?? r.one(['active', 'active', 'on-hold', 'stopped', 'completed', 'cancelled', 'entered-in-error', 'draft', 'unknown']),
    ...(r.chance(0.95) ? { intent: r.one(['order', 'order', 'order', 'proposal', 'plan', 'instance-order']) } : {}),
    ...(r.chance(0.04) ? { doNotPerform: true } : {}),
    ...medication(list), subject, ...(r.chance(0.7) ? { authoredOn: past() } : {}),
    ...(r.chance(0.7) ? { dosageInstruction: [dosage(r.chance(0.7) ? period(0.5) : undefined), ...(r.chance(0.25) ? [dosage(r.chance(0.5) ? period() : undefined)] : [])] } : {}),
    ...(r.chance(0.1) ? { dispenseRequest: { validityPeriod: period() } } : {}),
  });
  const dispense = () => ({
    resourceType: 'MedicationDispense', id: id('MedicationDispense'), status: r.one(['completed', 'completed', 'in-progress', 'cancelled', 'preparation', 'stopped', 'declined']),
    ...medication(pool()), subject, ...(r.chance(0.9) ? { whenHandedOver: moment() } : {}),
    ...(r.chance(0.8) ? { daysSupply: { value: r.one([1, 3, 7, 30, 0.5]), ...r.one([{ unit: 'd', code: 'd', system: 'http://unitsofmeasure.org' }, { unit: 'days' }, {}, { unit: 'wk', code: 'wk' }, { unit: 'bottle' }]) } } : {}),
  });
  const administration = () => ({
    resourceType: 'MedicationAdministration', id: id('MedicationAdministration'), status: r.one(['completed', 'completed', 'completed', 'in-progress', 'not-done', 'entered-in-error', 'stopped', 'unknown']),
    ...medication(pool()), subject,
    ...r.one([{ effectiveDateTime: moment() }, { effectiveDateTime: moment() }, { effectivePeriod: period(0.8) }, r.chance(0.3) ? {} : { effectiveDateTime: moment() }]),
    ...(r.chance(0.6) ? { dosage: { route: route(), ...(r.chance(0.6) ? { site: site() } : {}) } } : {}),
  });
  const statement = () => ({
    resourceType: 'MedicationStatement', id: id('MedicationStatement'), status: r.one(['active', 'active', 'completed', 'stopped', 'on-hold', 'intended', 'not-taken', 'entered-in-error', 'unknown']),
    ...medication(pool()), subject, ...r.one([{ effectivePeriod: period() }, { effectivePeriod: period() }, { effectiveDateTime: moment() }, {}]),
    ...(r.chance(0.3) ? { dateAsserted: past() } : {}), ...(r.chance(0.4) ? { dosage: [dosage()] } : {}),
  });
  const observation = (code, value) => ({
    resourceType: 'Observation', id: id('Observation'), status: r.one(['final', 'final', 'final', 'final', 'amended', 'corrected', 'preliminary', 'entered-in-error', 'registered', 'cancelled']),
    code, subject, ...r.one([{ effectiveDateTime: moment() }, { effectiveDateTime: moment() }, { effectiveDateTime: moment() }, { effectivePeriod: period() }, { effectiveInstant: at(now, 'Z') }, r.chance(0.3) ? {} : { effectiveDateTime: past() }]),
    ...(r.chance(0.1) ? { issued: at(now, '-05:00') } : {}), ...value,
  });
  const outcome = () => ({
    ...(r.chance(0.8) ? { valueCodeableConcept: concept(snomed, r.one([['10828004', 'Positive'], ['260385009', 'Negative'], ['260385009', 'Negative'], ['42425007', 'Equivocal']])) } : {}),
    ...(r.chance(0.5) ? { interpretation: [concept('http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation', r.one([['POS', 'Positive'], ['NEG', 'Negative'], ['ND', 'Not detected'], ['DET', 'Detected'], ['IND', 'Indeterminate']]))] } : {}),
  });
  const quantity = (value, units) => { const unit = r.one(units); return { value, unit, ...(r.chance(0.85) ? { system: 'http://unitsofmeasure.org', code: unit } : {}) }; };
  const enzyme = () => {
    const units = r.one([['U/L'], ['U/L'], ['U/L'], ['[IU]/L', 'IU/L'], ['ukat/L'], ['nkat/L'], ['u/L', 'kU/L', 'mg/dL']]);
    const factor = units[0] === 'ukat/L' ? 1 / 60 : units[0] === 'nkat/L' ? 1000 / 60 : 1;
    const level = Math.round(r.one([25, 40, 60, 80, 85, 119, 120, 121, 199.9, 200, 201, 300, 399, 400, 410]) * factor * 10000) / 10000;
    return observation(concept(loinc, r.one([['1742-6', 'ALT'], ['1920-8', 'AST']])), {
      ...(r.chance(0.95) ? { valueQuantity: { ...quantity(level, units), ...(r.chance(0.05) ? { comparator: r.one(['<', '>', '>=']) } : {}) } } : { valueString: 'haemolysed' }),
      ...(r.chance(0.8) ? { referenceRange: [r.chance(0.9) ? { high: quantity(Math.round(40 * factor * 10000) / 10000, r.chance(0.9) ? units : ['U/L', 'bogus']) } : { text: 'see report' }] } : {}),
    });
  };
  const bilirubin = () => { const si = r.chance(0.4); return observation(concept(loinc, ['1975-2', 'Bilirubin']), { valueQuantity: quantity(si ? r.one([20.5, 41, 41.1, 40.9, 17.104]) : r.one([0.6, 1.2, 2.3, 2.4, 2.5]), [si ? 'umol/L' : 'mg/dL']), ...(r.chance(0.7) ? { referenceRange: [{ high: quantity(si ? 20.5 : 1.2, [si ? 'umol/L' : 'mg/dL']) }] } : {}) }); };
  const condition = () => ({
    resourceType: 'Condition', id: id('Condition'),
    ...(r.chance(0.85) ? { clinicalStatus: concept('http://terminology.hl7.org/CodeSystem/condition-clinical', [r.one(['active', 'recurrence', 'resolved', 'inactive', 'active']), '']) } : {}),
    ...(r.chance(0.8) ? { verificationStatus: concept('http://terminology.hl7.org/CodeSystem/condition-ver-status', [r.one(['confirmed', 'confirmed', 'provisional', 'refuted', 'entered-in-error']), '']) } : {}),
    code: concept(...r.one([[snomed, ['1081000119105', 'Opioid dependence, on agonist therapy']], [snomed, ['37871000', 'Acute hepatitis']], [snomed, ['19943007', 'Cirrhosis']], [snomed, ['18165001', 'Jaundice']], [snomed, ['1264554000', 'Withdrawal on challenge']], ['http://hl7.org/fhir/sid/icd-10-cm', ['B18.2', 'Chronic viral hepatitis C']], ['http://hl7.org/fhir/sid/icd-10-cm', ['F10.20', 'Alcohol dependence']], [snomed, ['75544000', 'Opioid dependence']], [snomed, ['64779008', 'Blood coagulation disorder']], ['http://hl7.org/fhir/sid/icd-10-cm', ['D68.9', 'Coagulation defect']], ['urn:oid:2.16.840.1.113883.3.9999', ['HEP', 'Hepatitis']]])),
    subject, ...(r.chance(0.6) ? { onsetDateTime: moment() } : {}), ...(r.chance(0.4) ? { recordedDate: past() } : {}),
  });
  const procedure = () => ({ resourceType: 'Procedure', id: id('Procedure'), status: r.one(['completed', 'in-progress', 'not-done', 'entered-in-error', 'stopped']), code: concept(snomed, r.one([['310653000', 'Methadone therapy'], ['792901003', 'Buprenorphine therapy']])), subject, ...r.one([{ performedDateTime: past(r.one([1, 59, 60, 61])) }, { performedPeriod: period() }, {}]) });
  const reported = () => observation(concept(observations, ['last-opioid-use', 'Last opioid use']), {
    ...(r.chance(0.9) ? { valueDateTime: past() } : {}),
    ...(r.chance(0.4) ? { component: [{ code: concept(observations, ['opioid-class', 'Opioid class']), valueCodeableConcept: concept(classes, [r.one(['short-acting', 'long-acting', 'depot-buprenorphine', 'illicit-fentanyl', 'kratom', 'antidiarrhoeal']), '']) }] } : {}),
  });
  const questionnaire = () => ({ resourceType: 'QuestionnaireResponse', id: id('QuestionnaireResponse'), status: r.one(['completed', 'in-progress', 'entered-in-error']), subject, item: [{ linkId: r.one(['last-opioid-short', 'last-opioid-methadone', 'last-opioid-fentanyl', 'housing']), answer: [{ valueDate: past().slice(0, 10) }] }] });
  const scored = () => observation(concept(observations, ['cows-total', 'COWS']), r.one([{ valueInteger: r.one([0, 1, 4, 5, 12, 48, 49]) }, { valueQuantity: { value: r.one([0, 3, 6]), unit: '{score}' } }]));
  const challenge = () => observation(concept(observations, ['naloxone-challenge', 'Naloxone challenge']), outcome());
  const screen = () => observation(concept(loinc, [r.one(urine), 'urine test']), outcome());
  const symptom = () => observation(concept(snomed, ['18165001', 'Jaundice']), r.one([{ valueBoolean: true }, { valueBoolean: false }, {}]));
  const ratio = () => observation(concept(loinc, ['6301-6', 'INR']), { valueQuantity: { value: r.one([1, 1.5, 1.6, 2.2]) } });
  const phosphatase = () => observation(concept(loinc, ['6768-6', 'ALP']), { valueQuantity: quantity(r.one([80, 240, 239]), ['U/L']), referenceRange: [{ high: quantity(120, ['U/L']) }] });
  const appointment = (status) => ({ resourceType: 'Appointment', id: id('Appointment'), status: status ?? r.one(['booked', 'proposed', 'cancelled', 'waitlist', 'fulfilled']), ...(r.chance(0.9) ? { start: r.chance(0.8) ? future() : at(new Date(now.getTime() - 3600000), 'Z') } : {}), serviceType: [concept(snomed, r.chance(0.85) ? ['387713003', 'Surgical procedure'] : ['228557008', 'Therapy'])], participant: [{ actor: subject, status: 'accepted' }] });

  const platelets = () => observation(concept(loinc, r.one([['777-3', 'Platelets'], ['26515-7', 'Platelets']])), { valueQuantity: { ...quantity(r.one([42, 49.97, 50, 51, 180]), r.one([['10*3/uL'], ['10*9/L'], ['/uL'], ['cells']])), ...(r.chance(0.1) ? { comparator: r.one(['<', '>=', '<=', '>']) } : {}) } });
  const habitus = () => observation(concept(loinc, ['39156-5', 'BMI']), { valueQuantity: { ...quantity(r.one([18.4, 18.5, 26, 39.9, 40, 43]), r.one([['kg/m2'], ['kg/m2'], ['lb/in2']])), ...(r.chance(0.1) ? { comparator: r.one(['<', '>']) } : {}) } });
  const support = () => ({ resourceType: 'ServiceRequest', id: id('ServiceRequest'), status: r.one(['active', 'completed', 'on-hold', 'revoked', 'draft']), intent: r.one(['order', 'order', 'proposal', 'plan']), code: concept(snomed, r.one([['228557008', 'Therapy'], ['711281004', 'Support group'], ['387713003', 'Surgical procedure']])), subject });
  const plan = () => ({ resourceType: 'CarePlan', id: id('CarePlan'), status: r.one(['active', 'completed', 'revoked']), intent: 'plan', subject, ...(r.chance(0.8) ? { activity: [{ detail: { ...(r.chance(0.8) ? { status: r.one(['in-progress', 'cancelled', 'not-started']) } : {}), code: concept(snomed, ['405782001', 'Relapse prevention']) } }] } : {}) });

  const pregnancy = () => r.chance(0.6)
    ? observation(concept(loinc, ['82810-3', 'Pregnancy status']), { valueCodeableConcept: r.one([concept(snomed, ['77386006', 'Pregnant']), concept(snomed, ['60001007', 'Not pregnant']), concept(snomed, ['146799005', 'Possible pregnancy']), concept(loinc, ['LA15173-0', 'Pregnant']), { text: 'unsure' }, { text: 'PREGNANT' }, { text: 'not pregnant' }, { coding: [{ system: loinc, code: 'LA26683-5' }] }, { coding: [{ system: loinc, code: 'LA4489-6' }] }]) })
    : observation(concept(loinc, [r.one(['2106-3', '2118-8', '2110-5']), 'hCG']), r.one([outcome, outcome, () => ({ valueCodeableConcept: { coding: [{ system: loinc, code: r.one(['LA6576-8', 'LA6577-6']) }] } }), () => ({ valueString: r.one(['Positive', 'negative', '25 mIU/mL']) })])());
  const filtration = () => observation(concept(loinc, [r.one(['98979-8', '98980-6', '62238-1', '48642-3']), 'eGFR']), {
    valueQuantity: { ...quantity(r.one([12, 29.9, 30, 49.9, 50, 60, 90]), r.one([['mL/min/{1.73_m2}'], ['mL/min/{1.73_m2}'], ['mL/min/1.73m2'], ['mL/s']])), ...(r.chance(0.2) ? { comparator: r.one(['<', '<=', '>']) } : {}) },
  });
  const mood = () => r.one([
    () => observation(concept(loinc, ['44261-6', 'PHQ-9 total']), r.one([{ valueInteger: r.one([3, 9, 10, 27, 28]) }, { valueQuantity: { value: r.one([9, 10, 20]), unit: '{score}' } }, {}])),
    () => observation(concept(loinc, ['44260-8', 'PHQ-9 item 9']), r.one([{ valueInteger: r.between(0, 4) }, { valueCodeableConcept: concept(loinc, [r.one(['LA6568-5', 'LA6569-3', 'LA6570-1', 'LA6571-9']), 'answer']) }, { valueString: 'often' }])),
    () => observation(concept(loinc, [r.one(['44249-1', '44261-6']), 'PHQ-9']), { component: [
      { code: concept(loinc, ['44260-8', 'item 9']), ...r.one([{ valueInteger: r.between(0, 4) }, { valueCodeableConcept: concept(loinc, [r.one(['LA6568-5', 'LA6570-1']), 'answer']) }, {}]) },
      ...(r.chance(0.5) ? [{ code: concept(loinc, ['44261-6', 'total']), valueInteger: r.one([9, 10, 28]) }] : [])] }),
    () => observation(concept(loinc, ['93373-9', 'C-SSRS']), { component: [{ code: concept(loinc, [r.one(['93249-1', '93246-7']), 'item']), ...r.one([{ valueBoolean: r.chance(0.5) }, { valueString: r.one(['yes', 'No', 'unclear']) }]) }] }),
    () => observation(concept(loinc, [r.one(['93249-1', '93250-9', '93269-9']), 'C-SSRS item']), r.one([{ valueCodeableConcept: concept(loinc, [r.one(['LA33-6', 'LA32-8']), 'answer']) }, { valueBoolean: r.chance(0.5) }, { valueCodeableConcept: { text: r.one(['Yes', 'no', 'unclear']) } }])),
  ])();
  const person = () => ({ ...condition(), code: concept(...r.one([['http://hl7.org/fhir/sid/icd-10-cm', ['Z33.1', 'Pregnant state']], [snomed, ['169750002', 'Breast-feeding']], [snomed, ['82423001', 'Chronic pain']], ['http://hl7.org/fhir/sid/icd-10-cm', ['R45.851', 'Suicidal ideations']], ['http://hl7.org/fhir/sid/icd-10-cm', ['T14.91XA', 'Suicide attempt']]])) });
  const allergy = () => ({
    resourceType: 'AllergyIntolerance', id: id('AllergyIntolerance'), patient: subject,
    ...(r.chance(0.7) ? { clinicalStatus: concept('http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', [r.one(['active', 'active', 'resolved']), '']) } : {}),
    ...(r.chance(0.7) ? { verificationStatus: concept('http://terminology.hl7.org/CodeSystem/allergyintolerance-verification', [r.one(['confirmed', 'unconfirmed', 'refuted', 'entered-in-error']), '']) } : {}),
    ...(r.chance(0.9) ? { code: r.one([concept(rxnorm, ['7243', 'Naltrexone']), concept(rxnorm, ['7242', 'Naloxone']), concept(rxnorm, ['29899', 'methylnaltrexone']), { text: 'Carboxymethylcellulose' }, { text: 'METHYLNALTREXONE' }, { text: 'peanut' }, { coding: [{ system: snomed, code: '91935009' }] }]) } : {}),
    ...(r.chance(0.2) ? { reaction: [{ substance: r.one([{ text: 'naltrexone' }, { text: 'Polysorbate 20' }]), manifestation: [{ text: 'rash' }] }] } : {}),
  });
  const birth = () => { const years = r.one([11, 12, 13, 17, 18, 19, 30, 49, 50, 51, 64, 65, 66]); const date = `${now.getUTCFullYear() - years}${now.toISOString().slice(4, 10)}`; return r.one([date, date, date, date.slice(0, 7), date.slice(0, 4), '2999-01-01']); };

  const makers = [platelets, habitus, support, plan, () => request(pool()), () => request(pool()), dispense, administration, administration, statement, statement, enzyme, enzyme, enzyme, bilirubin, screen, screen, screen, scored, challenge, reported, reported, condition, procedure, questionnaire, symptom, ratio, phosphatase, () => appointment(), pregnancy, filtration, mood, mood, person, allergy];
  const resources = [{ resourceType: 'Patient', id: 'p', ...(r.chance(0.8) ? { gender: r.one(['female', 'female', 'male', 'unknown']) } : {}), ...(r.chance(0.9) ? { birthDate: birth() } : {}) }, ...Array.from({ length: r.between(0, 22) }, () => r.one(makers)())];
  if (hook === 'patient-view' || hook === 'encounter-start') { if (r.chance(0.5)) resources.push(request(naltrexone, 'draft')); }

  const drafts = [];
  if (hook.startsWith('order')) {
    const start = () => r.one([at(now, '-05:00'), future(), future().slice(0, 10), at(now, '+05:30')]);
    const draft = (list) => { const d = request(list, r.one(['draft', 'draft', 'draft', 'active', 'stopped'])); delete d.doNotPerform; const bounds = () => ({ boundsPeriod: { start: start(), ...(r.chance(0.2) ? { end: at(new Date(now.getTime() + r.one([30, 181, 182, 183]) * 86400000), '-05:00') } : {}) } }); if (r.chance(0.35)) d.dosageInstruction = [{ ...dosage(), timing: { repeat: bounds() } }]; else if (r.chance(0.7)) d.dosageInstruction = [ordered(bounds()), ...(r.chance(0.3) ? [ordered(bounds())] : [])]; else delete d.dosageInstruction; if (r.chance(0.2)) d.performer = { reference: r.one(['Patient/p', 'https://ehr.example.org/fhir/Patient/p', 'Practitioner/nurse']) }; if (r.chance(0.2)) d.reasonCode = [concept(snomed, ['75544000', 'Opioid dependence'])]; return d; };
    drafts.push(draft(r.one([naltrexone, naltrexone, naltrexone, opioids])));
    if (r.chance(0.25)) drafts.push(draft(pool()));
    if (r.chance(0.1)) drafts.push({ resourceType: 'ServiceRequest', id: id('ServiceRequest'), status: 'draft', intent: 'order', subject, code: concept(...r.one([[observations, ['anesthesia-assisted-detox', 'Detoxification under anaesthesia']], [snomed, ['387713003', 'Surgical procedure']]])), ...(r.chance(0.7) ? { occurrenceDateTime: future() } : {}) });
  }
  const appointments = hook === 'appointment-book' ? [appointment('proposed')] : [];
  const selections = hook === 'order-select' ? drafts.filter(() => r.chance(0.7)).map((d) => `${d.resourceType}/${d.id}`) : [];
  const unread = r.chance(0.2) ? [r.one(['Observation', 'Condition', 'MedicationRequest', 'MedicationAdministration', 'Appointment', 'Procedure', 'ServiceRequest', 'CarePlan', 'AllergyIntolerance', 'Patient'])] : [];
  return { now: at(now, '-05:00'), hook, drafts, appointments, selections, unread, resources };
}
