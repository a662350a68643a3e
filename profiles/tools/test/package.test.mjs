// The package: the same bytes every time, and a dependency that SUSHI can build on.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { committedCore } from '../src/core.mjs';
import { empty, json, pretty, profiles, sha256, write } from '../src/files.mjs';
import { guidePackage, tar } from '../src/package.mjs';
import { compileFsh } from '../src/sushi.mjs';

const generated = join(profiles, 'generated');
const file = join(generated, 'fhir.naltrexone.tgz');

test('Packing what is committed again gives the committed package to the byte', () => {
  assert.equal(sha256(guidePackage(generated)), sha256(readFileSync(file)));
  assert.equal(json(join(generated, 'manifest.json')).outputs['generated/fhir.naltrexone.tgz'], sha256(readFileSync(file)));
});

test('A tar has a header and whole blocks for each file, and an end', () => {
  const bytes = tar(new Map([['package/a.json', 'x'.repeat(513)]]));

  assert.equal(bytes.length, 512 + 1024 + 1024);
  assert.equal(bytes.subarray(257, 262).toString(), 'ustar');
  assert.throws(() => tar(new Map([['x'.repeat(101), '']])), /too long/);
});

/** A project of somebody else that builds on the package. */
function writeProject(folder) {
  write(join(folder, 'sushi-config.yaml'), pretty({
    canonical: 'https://hospital.example.org/fhir', status: 'draft', version: '1.0.0', fhirVersion: '4.0.1', FSHOnly: true,
    dependencies: { 'fhir.naltrexone': '0.1.0', 'hl7.fhir.uv.tools.r4': '0.0.0', 'hl7.terminology.r4': '0.0.0', 'hl7.fhir.uv.extensions.r4': '0.0.0' },
  }));
  write(join(folder, 'input', 'fsh', 'Order.fsh'), `
Profile: HospitalOrder
Parent: NaltrexoneOralRequest
Id: hospital-order
* note 1..*

Instance: Order
InstanceOf: HospitalOrder
Usage: #example
* status = #draft
* intent = #order
* medicationCodeableConcept = http://www.nlm.nih.gov/research/umls/rxnorm#1483744
* subject.reference = "Patient/a"
* note.text = "Before breakfast."
* dosageInstruction.text = "50 mg a day"
`);
}

function install(cache) {
  const folder = join(cache, 'fhir.naltrexone#0.1.0');
  mkdirSync(folder, { recursive: true });
  const unpacked = spawnSync('tar', ['-xzf', file, '-C', folder], { encoding: 'utf8' });
  assert.equal(unpacked.status, 0, unpacked.stderr);
}

test('SUSHI loads the package as a dependency and derives a profile from one of ours', () => {
  const project = mkdtempSync(join(tmpdir(), 'project-'));
  try {
    writeProject(project);

    const made = compileFsh(committedCore(), project, install);

    const profile = made.get('StructureDefinition-hospital-order.json');
    const element = (id) => profile.snapshot.element.find((one) => one.id === id);
    assert.equal(profile.baseDefinition, 'https://fhirnaltrexone.example.org/fhir/StructureDefinition/naltrexone-oral-request');
    assert.ok(element('MedicationRequest').constraint.some((constraint) => constraint.key === 'nal-authored'));
    assert.equal(element('MedicationRequest.medication[x]').binding.valueSet, 'https://fhirnaltrexone.example.org/fhir/ValueSet/naltrexone-oral-products');
    assert.equal(element('MedicationRequest.note').min, 1);
    assert.ok(made.has('MedicationRequest-Order.json'));
  } finally {
    empty(project);
  }
});
