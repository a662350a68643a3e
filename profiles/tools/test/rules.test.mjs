import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { BuildFailure, profiles } from '../src/files.mjs';
import { readable, rulesPage, withThresholds } from '../src/rules.mjs';

const rules = (definition) => ({ resourceType: 'CodeSystem', concept: [{ code: 'XX-01', definition }] });
const thresholds = [{ key: 'a.days', value: 7, unit: 'days' }, { key: 'a.ratio', value: 3, unit: '1' }];

test('A threshold in braces becomes its default', () => {
  const { concept } = withThresholds(rules('Critical below {a.days}, warning from {a.ratio} times.'), thresholds);
  assert.equal(concept[0].definition, 'Critical below 7 days, warning from 3 times.');
});

test('A threshold that does not exist fails the build', () => {
  assert.throws(() => withThresholds(rules('Below {a.hours}.'), thresholds), BuildFailure);
});

test('Units are written for people', () => {
  assert.equal(readable({ value: [1, 3, 6], unit: 'mo of 30.4375 d' }), '1, 3, 6');
  assert.equal(readable({ value: 50, unit: '10*3/uL' }), '50 10³/µL');
  assert.equal(readable({ value: 'strict' }), 'strict');
});

// Indicators, hooks and services as the catalogue of rules has them.
test('The page tells what a rule can say, where it runs, what it reads and why it may be overridden', () => {
  const page = rulesPage(join(profiles, 'generated'));
  const section = page.slice(page.indexOf('## HT-03 '), page.indexOf('## HT-04 '));
  assert.match(section, /\*\*Indicator:\*\* critical, warning\n/);
  assert.match(section, /\| `naltrexone-monitoring` \| patient-view, encounter-start \|/);
  assert.match(section, /\| `naltrexone-start-safety` \| order-select, order-sign \|/);
  assert.match(section, /\*\*Reads:\*\* .*Observation/);
  assert.match(section, /- `specialist-hepatology-agreed` /);
  assert.match(section, /\| `hepatic\.ratio\.criticalFrom` \| 5 \|/);
  assert.match(section, /define "HT-03 Applies"/);
});
