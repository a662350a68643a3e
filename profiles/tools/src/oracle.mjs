// Runs cql-execution, an engine of other authors, over random patients on the committed ELM and writes every define's value.
// Output: conformance/cql-oracle/seed-<n>.ndjson.gz, first line the SHA-256 of the ELM, then one patient a line.
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import cql from 'cql-execution';
import fhir from 'cql-exec-fhir';
import { filesBelow, json, ordinal, profiles, sha256, text, write } from './files.mjs';
import { patient, random } from './patients.mjs';

const [count = '150', ...seeds] = process.argv.slice(2);
const elmFolder = join(profiles, 'generated', 'elm');
const names = filesBelow(elmFolder).map((file) => file.replace('.json', ''));
const elm = Object.fromEntries(names.map((name) => [name, json(join(elmFolder, `${name}.json`))]));
const repository = new cql.Repository(elm);

const members = Object.fromEntries(filesBelow(join(profiles, 'generated', 'resources'))
  .filter((file) => file.startsWith('ValueSet-'))
  .map((file) => json(join(profiles, 'generated', 'resources', file)))
  .map((set) => [set.url, new cql.ValueSet(set.url, '', set.compose.include.flatMap(
    (include) => include.concept.map((entry) => new cql.Code(entry.code, include.system))))]));
const codes = { findValueSet: (url) => members[url], findValueSetsByOid: (url) => [members[url]] };

const thresholds = Object.fromEntries(json(join(profiles, 'input', 'thresholds.json')).map((threshold) => [threshold.parameter,
  threshold.type === 'Quantity' ? new cql.Quantity(threshold.value, threshold.unit) : threshold.value]));
const wrapper = fhir.FHIRWrapper.FHIRv401();
const zone = [];
for (let year = 2023; year <= 2028; year += 1) {
  const sunday = (month, nth) => { const first = new Date(Date.UTC(year, month, 1)).getUTCDay(); return 1 + ((7 - first) % 7) + (nth - 1) * 7; };
  zone.push({ start: `${year}-03-${String(sunday(2, 2)).padStart(2, '0')}T07:00:00.000Z`, offset: -4 });
  zone.push({ start: `${year}-11-${String(sunday(10, 1)).padStart(2, '0')}T06:00:00.000Z`, offset: -5 });
}

const resources = new Set(['MedicationRequest', 'MedicationDispense', 'MedicationAdministration', 'MedicationStatement', 'Observation', 'Condition', 'Procedure', 'QuestionnaireResponse', 'Appointment', 'ServiceRequest', 'CarePlan', 'AllergyIntolerance', 'Patient']);

/** A value in a form that another engine can compare with: instants in UTC, FHIR resources by reference, other FHIR elements by type. */
function plain(value) {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object') return value;
  if (value.isDateTime) return { dateTime: value.hour === null ? value.toString() : value.toJSDate().toISOString() };
  if (value.isDate) return { date: value.toString() };
  if (value.isQuantity) return { quantity: [value.value, value.unit ?? '1'] };
  if (value.isConcept) return { concept: value.codes.map((code) => [code.system ?? null, code.code ?? null]) };
  if (value.isCode) return { code: [value.system ?? null, value.code ?? null] };
  if (value.isInterval) return { interval: [plain(value.low), plain(value.high), value.lowClosed, value.highClosed] };
  if (value.isUncertainty) return { uncertain: [plain(value.low), plain(value.high)] };
  if (typeof value.getTypeInfo === 'function') return { fhir: resources.has(value.getTypeInfo()._name) ? `${value.getTypeInfo()._name}/${value.id?.value}` : value.getTypeInfo()._name };
  return { tuple: Object.fromEntries(Object.keys(value).sort(ordinal).map((key) => [key, plain(value[key])])) };
}

const source = fhir.PatientSource.FHIRv401();
async function answers(subject) {
  const parameters = {
    ...thresholds, Hook: subject.hook,
    'Draft Medication Requests': subject.drafts.filter((draft) => draft.resourceType === 'MedicationRequest').map((draft) => wrapper.wrap(draft)),
    'Draft Service Requests': subject.drafts.filter((draft) => draft.resourceType === 'ServiceRequest').map((draft) => wrapper.wrap(draft)),
    'Context Appointments': subject.appointments.map((appointment) => wrapper.wrap(appointment)),
    Selections: subject.selections, 'Unread Resource Types': subject.unread,
    'Zone Offsets': zone.map((entry) => ({ start: cql.DateTime.parse(entry.start), offset: entry.offset })),
  };
  const results = {};
  for (const name of names.filter((library) => !['FHIRHelpers', 'NaltrexoneThresholds'].includes(library))) {
    source.loadBundles([{ resourceType: 'Bundle', entry: subject.resources.map((resource) => ({ resource })) }]);
    const run = await new cql.Executor(new cql.Library(elm[name], repository), codes, parameters).exec(source, cql.DateTime.parse(subject.now.replace(/(:\d\d)([+-])/, '$1.000$2')));
    source.reset();
    const values = Object.values(run.patientResults)[0];
    results[name] = Object.fromEntries(Object.keys(values).filter((define) => define !== 'Patient').sort(ordinal).map((define) => [define, plain(values[define])]));
  }
  return results;
}

for (const seed of (seeds.length ? seeds : ['1', '2', '3']).map(Number)) {
  const r = random(seed);
  const lines = [JSON.stringify({ seed, engine: 'cql-execution 3.3.2', zone, elm: Object.fromEntries(names.map((name) => [name, sha256(text(join(elmFolder, `${name}.json`)))])) })];
  for (let index = 0; index < Number(count); index += 1) {
    const subject = patient(r, index);
    lines.push(JSON.stringify({ ...subject, expected: await answers(subject) }));
  }
  const packed = gzipSync(`${lines.join('\n')}\n`, { level: 9, mtime: 0 });
  write(join(profiles, '..', 'conformance', 'cql-oracle', `seed-${seed}.ndjson.gz`), packed);
  console.log(`seed ${seed}: ${count} patients, ${packed.length} bytes`);
}
