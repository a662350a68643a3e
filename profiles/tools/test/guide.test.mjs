// The guide: every rule of a profile is shown by cases, must-support says what the service reads, and US Core is met where it has a counterpart.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cases, edit, parse } from '../src/cases.mjs';
import { BuildFailure, json, profiles } from '../src/files.mjs';
import { canonical } from '../src/libraries.mjs';
import { parseCsv } from '../src/vocabulary.mjs';

const generated = join(profiles, 'generated');
const definitions = readdirSync(join(generated, 'resources')).filter((file) => file.startsWith('StructureDefinition-'))
  .map((file) => json(join(generated, 'resources', file))).filter((definition) => definition.type !== 'Extension');
const rows = parseCsv(cases(generated).get('conformance/cases.csv'));

const ours = (valueSet) => valueSet?.startsWith(canonical);
const elementOf = (id) => definitions.find((one) => one.id === id).snapshot.element;
const isShown = (definition, column, name, verdict) => rows.some((row) => row.profile === definition.url && row.verdict === verdict && row[column] === name);

function missing(column, namesOf) {
  return definitions.flatMap((definition) => namesOf(definition)
    .flatMap((name) => ['pass', 'fail'].filter((verdict) => !isShown(definition, column, name, verdict)).map((verdict) => `${definition.id}: ${name} ${verdict}`)));
}

test('Every invariant of a profile is met by one case and broken by another', () => {
  assert.deepEqual(missing('key', (definition) => [...new Set(definition.snapshot.element
    .flatMap((element) => (element.constraint ?? []).map((constraint) => constraint.key).filter((key) => key.startsWith('nal-'))))]), []);
});

test('Every slice of a profile is filled by one case and broken by another', () => {
  assert.deepEqual(missing('element', (definition) => definition.differential.element.filter((element) => element.sliceName).map((element) => element.id)), []);
});

test('Every required binding of a profile to a value set of ours is met by one case and broken by another', () => {
  assert.deepEqual(missing('element', (definition) => definition.differential.element
    .filter((element) => element.binding?.strength === 'required' && ours(element.binding.valueSet) && !element.sliceName)
    .map((element) => element.id)), []);
});

test('Every profile is broken by at least three cases, each told by path, code and severity', () => {
  for (const definition of definitions) {
    const broken = rows.filter((row) => row.profile === definition.url && row.verdict === 'fail');
    assert.ok(broken.length >= 3, definition.id);
    for (const row of broken) assert.ok(row.severity && row.code && row.key && row.expression.startsWith(definition.type), row.file);
  }
});

test('An edit sets, removes, and takes away the list it leaves empty', () => {
  const resource = { a: [{ b: 1 }], c: { d: 2 } };

  edit(resource, 'c.d={"e":3}');
  edit(resource, '-a[0]');

  assert.deepEqual(resource, { c: { d: { e: 3 } } });
  assert.throws(() => edit(resource, '-x.y'), BuildFailure);
});

test('A line that is no case is refused', () => {
  assert.equal(parse('F a-f1 Patient-example | -name | min @ Patient.name # Patient.name').about, 'Patient.name');
  for (const line of ['X a Patient-example', 'F a Patient-example | -name', 'P a']) assert.throws(() => parse(line), BuildFailure);
});

// Mandatory elements of US Core (6.1 and 7.0) in the profiles of the same resources: a list by hand, compared with HL7/US-Core for some of them only.
const mandatory = {
  'naltrexone-oral-request': ['status', 'intent', 'medication[x]', 'subject'],
  'naltrexone-injection-request': ['status', 'intent', 'medication[x]', 'subject'],
  'opioid-dispense': ['status', 'medication[x]', 'subject'],
  'alt-result': ['status', 'category', 'code', 'subject'],
  'ast-result': ['status', 'category', 'code', 'subject'],
  'bilirubin-result': ['status', 'category', 'code', 'subject'],
  'urine-opioid-test': ['status', 'category', 'code', 'subject'],
  'cows-score': ['status', 'category', 'code', 'subject'],
  'phq9-score': ['status', 'category', 'code', 'subject'],
  'last-opioid-use': ['status', 'category', 'code', 'subject'],
  'naloxone-challenge-result': ['status', 'category', 'code', 'subject'],
  'pregnancy-status': ['status', 'code', 'subject'],
  'opioid-use-disorder-problem': ['category', 'code', 'subject'],
  'naltrexone-allergy': ['code', 'patient'],
  'naltrexone-care-plan': ['text', 'status', 'intent', 'category', 'subject'],
  'naltrexone-goal': ['lifecycleStatus', 'description', 'subject'],
  'start-questionnaire-response': ['questionnaire', 'status', 'subject', 'authored'],
  'part2-disclosure': ['target', 'recorded', 'agent'],
  'naltrexone-patient': ['identifier', 'identifier.system', 'identifier.value', 'name', 'gender'],
};

test('What US Core makes mandatory is mandatory here', () => {
  for (const [id, names] of Object.entries(mandatory)) {
    const elements = elementOf(id);
    for (const name of names) assert.ok(elements.find((element) => element.id === `${elements[0].id}.${name}`)?.min >= 1, `${id}: ${name}`);
  }
});

test('No profile forbids an element, so none that US Core asks for', () => {
  const forbidden = definitions.flatMap((definition) => definition.differential.element.filter((element) => element.max === '0').map((element) => element.id));

  assert.deepEqual(forbidden, []);
});

// Profiles of records that no rule reads and the service does not write.
const unread = ['pregnancy-status', 'phq9-score', 'naltrexone-allergy', 'naltrexone-care-plan', 'naltrexone-goal', 'start-questionnaire', 'part2-consent',
  'part2-disclosure', 'rule-guidance', 'rule-finding', 'naltrexone-patient'];

test('Elements are must-support exactly in the profiles of records that the service reads or writes', () => {
  const supported = definitions.filter((definition) => definition.snapshot.element.some((element) => element.mustSupport)).map((definition) => definition.id);

  assert.deepEqual(supported.sort(), definitions.map((definition) => definition.id).filter((id) => !unread.includes(id)).sort());
});
