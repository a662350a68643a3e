// @medplum/core, as its documentation says to use it. It asks for Node 22; all that Node 20 lacks for it is the global WebSocket.
import assert from 'node:assert/strict';
import { WebSocket } from 'ws';
import { failure, own, patient, post, run, system } from './checks.mjs';

globalThis.WebSocket ??= WebSocket;
const { MedplumClient } = await import('@medplum/core');
const fhir = new URL(process.argv[2]);
const client = new MedplumClient({ baseUrl: fhir.origin, fhirUrlPath: fhir.pathname.slice(1) });
const token = (value) => `${system}|${own}-${value}`;
const operations = async () => {
  const { rest: [{ operation = [], resource }] } = await client.get(client.fhirUrl('metadata'));
  return operation.concat(resource.flatMap((one) => one.operation ?? [])).map((one) => one.name);
};

await run({
  create: async (state) => {
    state.first = await client.createResource(patient('medplum'));
    assert.equal(state.first.meta.versionId, '1');
  },
  read: async ({ first }) => assert.deepEqual(await client.readResource('Patient', first.id, { cache: 'reload' }), first),
  'read of a reference': async ({ first }) => assert.deepEqual(await client.readReference({ reference: `Patient/${first.id}` }), first),
  update: async ({ first }) => {
    const changed = await client.updateResource({ ...first, birthDate: '1990-05-17' });
    assert.equal(changed.birthDate, '1990-05-17');
    assert.equal(changed.meta.versionId, '2');
  },
  'an update with a stale If-Match is refused': async ({ first }) => {
    const error = await failure(() => client.updateResource(first, { headers: { 'If-Match': 'W/"1"' } }));
    assert.equal(error.outcome.resourceType, 'OperationOutcome');
    assert.match(JSON.stringify(error.outcome.issue), /conflict/);
  },
  'JSON Patch': async ({ first }) => {
    const changed = await client.patchResource('Patient', first.id, [{ op: 'replace', path: '/gender', value: 'other' }, { op: 'remove', path: '/birthDate' }]);
    assert.equal(changed.gender, 'other');
    assert.equal(changed.birthDate, undefined);
    assert.equal(changed.meta.versionId, '3');
  },
  'a version': async ({ first }) => assert.deepEqual(await client.readVersion('Patient', first.id, '1'), first),
  history: async ({ first }) => {
    const history = await client.readHistory('Patient', first.id);
    assert.deepEqual(history.entry.map((entry) => entry.resource.meta.versionId), ['3', '2', '1']);
  },
  'history, one entry a page': async ({ first }) => {
    const page = await client.readHistory('Patient', first.id, { count: 1 });
    assert.deepEqual(page.entry.map((entry) => entry.resource.meta.versionId), ['3']);
    const next = await client.get(page.link.find((link) => link.relation === 'next').url);
    assert.deepEqual(next.entry.map((entry) => entry.resource.meta.versionId), ['2']);
  },
  'history from an offset': async ({ first }) => {
    const page = await client.readHistory('Patient', first.id, { count: 1, offset: 1 });
    assert.deepEqual(page.entry.map((entry) => entry.resource.meta.versionId), ['2']);
  },
  'create if none exists': async ({ first }) => {
    assert.equal((await client.createResourceIfNoneExist(patient('medplum'), `identifier=${token('medplum')}`)).id, first.id);
    const made = await client.createResourceIfNoneExist(patient('medplum-new'), `identifier=${token('medplum-new')}`);
    assert.notEqual(made.id, first.id);
  },
  'upsert creates, then updates': async () => {
    const made = await client.upsertResource(patient('medplum-upsert'), { identifier: token('medplum-upsert') });
    const changed = await client.upsertResource(patient('medplum-upsert', { active: true }), { identifier: token('medplum-upsert') });
    assert.equal(changed.id, made.id);
    assert.equal(changed.meta.versionId, '2');
  },
  transaction: async (state) => {
    const subject = 'urn:uuid:8c5f4f4c-4a5a-4a45-9b2c-5b3e1f2a7d02';
    const answer = await client.executeBatch({
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [
        post(patient('medplum-bundle'), { fullUrl: subject }),
        ...Array.from({ length: 12 }, (_, day) =>
          post({ resourceType: 'Observation', status: 'final', code: { text: `Result ${day}` }, subject: { reference: subject }, valueInteger: day })),
      ],
    });
    assert.equal(answer.type, 'transaction-response');
    assert.ok(answer.entry.every((entry) => entry.response.status.startsWith('201')));
    state.subject = /Patient\/([^/]+)/.exec(answer.entry[0].response.location)[1];
  },
  'a transaction with one bad entry stores nothing': async () => {
    const error = await failure(() => client.executeBatch({
      resourceType: 'Bundle', type: 'transaction', entry: [post(patient('medplum-never')), post({ resourceType: 'Patient', birthDate: 'yesterday' })],
    }));
    assert.match(JSON.stringify(error.outcome), /Bundle\.entry\[1\]/);
    assert.equal(await client.searchOne('Patient', { identifier: token('medplum-never') }), undefined);
  },
  batch: async ({ subject }) => {
    const answer = await client.executeBatch({
      resourceType: 'Bundle',
      type: 'batch',
      entry: [{ request: { method: 'GET', url: `Patient/${subject}` } }, { request: { method: 'GET', url: 'Patient/there-is-none' } }],
    });
    assert.deepEqual(answer.entry.map((entry) => entry.response.status.slice(0, 3)), ['200', '404']);
  },
  search: async ({ subject }) => {
    const found = await client.searchResources('Patient', { identifier: token('medplum-bundle') });
    assert.deepEqual([...found].map((one) => one.id), [subject]);
    assert.equal((await client.searchOne('Patient', `identifier=${token('medplum-bundle')}`)).id, subject);
    assert.equal((await client.search('Patient', { identifier: token('medplum-bundle'), _total: 'accurate' })).total, 1);
  },
  'search, page after page': async ({ subject }) => {
    const seen = new Set();
    let pages = 0;
    for await (const page of client.searchResourcePages('Observation', { subject: `Patient/${subject}`, _count: 5 })) {
      pages++;
      page.forEach((one) => seen.add(one.id));
    }
    assert.equal(pages, 3);
    assert.equal(seen.size, 12);
  },
  'search in pages of its own size': async ({ subject }) => {
    let count = 0;
    for await (const page of client.searchResourcePages('Observation', { subject: `Patient/${subject}` })) count += page.length;
    assert.equal(count, 12);
  },
  'a Binary': async () => {
    const binary = await client.createBinary({ data: 'some text', contentType: 'text/plain' });
    assert.equal(binary.resourceType, 'Binary');
    assert.equal(await (await client.download(client.fhirUrl('Binary', binary.id))).text(), 'some text');
  },
  'delete, then gone': async ({ first }) => {
    await client.deleteResource('Patient', first.id);
    const error = await failure(() => client.readResource('Patient', first.id, { cache: 'reload' }));
    assert.equal(error.outcome.resourceType, 'OperationOutcome');
  },
  'validation of a bare resource': async () => {
    if (!(await operations()).includes('validate')) return 'not offered';
    const outcome = await client.validateResource(patient('validate'));
    assert.equal(outcome.resourceType, 'OperationOutcome');
  },
  'everything of a patient': async ({ subject }) => {
    if (!(await operations()).includes('everything')) return 'not offered';
    assert.equal((await client.readPatientEverything(subject)).entry.length, 13);
  },
  'bulk export': async () => {
    if (!(await operations()).includes('export')) return 'not offered';
    const manifest = await client.bulkExport('', 'Patient', undefined, { pollStatusOnAccepted: true, pollStatusPeriod: 200 });
    assert.ok(manifest.output.some((file) => file.type === 'Patient'));
    const lines = (await (await client.download(manifest.output[0].url)).text()).trim().split('\n');
    assert.ok(lines.every((line) => JSON.parse(line).resourceType === 'Patient'));
  },
});
