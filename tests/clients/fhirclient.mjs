// fhirclient (SMART JS): its client for open servers.
import assert from 'node:assert/strict';
import smart from 'fhirclient';
import { failure, own, patient, run, system } from './checks.mjs';

const client = smart({ headers: {}, session: {} }, {}).client(process.argv[2]);

await run({
  'version of FHIR': async () => assert.equal(await client.getFhirVersion(), '4.0.1'),
  create: async (state) => {
    state.first = await client.create(patient('smart'));
    assert.equal(state.first.meta.versionId, '1');
  },
  read: async ({ first }) => assert.deepEqual(await client.request(`Patient/${first.id}`), first),
  update: async ({ first }) => assert.equal((await client.update({ ...first, active: true })).active, true),
  'JSON Patch with the preference nobody knows': async ({ first }) => {
    const changed = await client.patch(`Patient/${first.id}`, [{ op: 'replace', path: '/active', value: false }]);
    assert.equal(changed.active, false);
  },
  search: async ({ first }) => {
    const found = await client.request(`Patient?identifier=${system}|${own}-smart`);
    assert.deepEqual(found.entry.map((entry) => entry.resource.id), [first.id]);
  },
  'search, all pages flat': async () => {
    for (let i = 0; i < 7; i++) await client.create(patient(`smart-page-${i}`));
    const all = await client.request(`Patient?name=Family${own}&_count=3`, { pageLimit: 0, flat: true });
    assert.equal(all.length, 8);
  },
  'references are resolved': async ({ first }) => {
    const made = await client.create({ resourceType: 'Observation', status: 'final', code: { text: 'x' }, subject: { reference: `Patient/${first.id}` } });
    const read = await client.request(`Observation/${made.id}`, { resolveReferences: ['subject'] });
    assert.equal(read.subject.id, first.id);
  },
  'a create without body in the answer follows Location': async () => {
    const made = await client.create(patient('smart-minimal'), { headers: { prefer: 'return=minimal' } });
    assert.equal(made.resourceType, 'Patient');
    assert.ok(made.id);
  },
  'delete, then gone': async ({ first }) => {
    await client.delete(`Patient/${first.id}`);
    assert.match(`${await failure(() => client.request(`Patient/${first.id}`))}`, /Gone/);
  },
});
