// The tools themselves: what fails a build, and that a slim definition keeps its structure.
import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { committedCore, slim } from '../src/core.mjs';
import { BuildFailure, empty, json, profiles, write } from '../src/files.mjs';
import { manifest } from '../src/manifest.mjs';
import { translate } from '../src/translate.mjs';

function translated(source) {
  const folder = mkdtempSync(join(tmpdir(), 'cql-'));
  try {
    write(join(folder, 'Sample.cql'), `library Sample version '0.1.0'\nusing FHIR version '4.0.1'\n${source}\n`);
    return JSON.parse(translate(folder).get('Sample.json'));
  } finally {
    empty(folder);
  }
}

test('A library becomes ELM with locators and result types', () => {
  const { library } = translated('context Patient\ndefine "Two": 1 + 1');

  const two = library.statements.def.find((def) => def.name === 'Two');
  assert.equal(two.resultTypeName, '{urn:hl7-org:elm-types:r1}Integer');
  assert.match(two.locator, /^\d+:\d+/);
});

test('The ELM says which translator made it', () => {
  assert.ok(translated('define "One": 1').library.annotation.some((one) => one.translatorVersion));
});

test('A misspelt element fails the build with file, line and column', () => {
  assert.throws(() => translated('context Patient\ndefine "X": [Observation] O where O.statuz.value = \'final\''),
    (failure) => failure instanceof BuildFailure && /Sample\.cql:4:\d+ .*statuz/.test(failure.message));
});

test('A unit that is not UCUM fails the build', () => {
  assert.throws(() => translated("define \"X\": 5 'furlong'"), BuildFailure);
});

test('The slim core holds every structure, value set and code system of R4', () => {
  const types = committedCore().trimEnd().split('\n').map((line) => JSON.parse(line).resourceType);

  const count = (type) => types.filter((one) => one === type).length;
  assert.deepEqual([count('StructureDefinition'), count('ValueSet'), count('CodeSystem'), types.length], [649, 1316, 1062, 3027]);
});

test('Slimming keeps rules and drops prose', () => {
  const element = {
    id: 'X.y', path: 'X.y', short: 's', definition: 'd', min: 0, max: '1', patternCode: 'p',
    binding: { strength: 'required', description: 'd', valueSet: 'v' },
    constraint: [{ key: 'k', severity: 'error', human: 'h', expression: 'e', xpath: 'x' }], mapping: [{}],
  };

  const { snapshot, text } = slim({ resourceType: 'StructureDefinition', id: 'X', text: {}, snapshot: { element: [element] } });

  assert.equal(text, undefined);
  assert.deepEqual(snapshot.element, [{
    id: 'X.y', path: 'X.y', min: 0, max: '1', patternCode: 'p', binding: { strength: 'required', valueSet: 'v' },
    constraint: [{ key: 'k', severity: 'error', expression: 'e' }],
  }]);
});

test('The manifest on disk is the manifest of what is on disk', () => {
  const generated = join(profiles, 'generated');

  assert.deepEqual(json(join(generated, 'manifest.json')), manifest(generated));
});
