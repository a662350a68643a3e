// fhir-kit-client, as its documentation says to use it.
import assert from 'node:assert/strict';
import { Client } from 'fhir-kit-client';
import { failure, own, patient, post, run, system } from './checks.mjs';

const client = new Client({ baseUrl: process.argv[2] });
const header = (answer, name) => Client.httpFor(answer).response.headers.get(name);
const status = (answer) => Client.httpFor(answer).response.status;
const ids = (bundle) => (bundle.entry ?? []).map((entry) => entry.resource.id);
const token = (value) => `${system}|${own}-${value}`;
const observation = (subject, day) => ({
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '1742-6' }] },
  subject: { reference: subject },
  effectiveDateTime: `2026-03-${String(day).padStart(2, '0')}`,
  valueQuantity: { value: 20 + day, unit: 'U/L', system: 'http://unitsofmeasure.org', code: 'U/L' },
});

await run({
  'capability statement': async () => {
    const statement = await client.capabilityStatement();
    assert.equal(statement.resourceType, 'CapabilityStatement');
    assert.equal(statement.fhirVersion, '4.0.1');
  },
  create: async (state) => {
    const made = await client.create({ resourceType: 'Patient', body: patient('first') });
    assert.equal(status(made), 201);
    assert.equal(made.meta.versionId, '1');
    assert.equal(header(made, 'etag'), 'W/"1"');
    assert.equal(header(made, 'location'), `${client.baseUrl}/Patient/${made.id}/_history/1`);
    state.first = made;
  },
  read: async ({ first }) => assert.deepEqual(await client.read({ resourceType: 'Patient', id: first.id }), first),
  'a reference resolves': async ({ first }) => assert.deepEqual(await client.resolve({ reference: `Patient/${first.id}` }), first),
  'an absolute reference resolves': async ({ first }) =>
    assert.deepEqual(await client.resolve({ reference: `${client.baseUrl}/Patient/${first.id}` }), first),
  update: async (state) => {
    const changed = await client.update({ resourceType: 'Patient', id: state.first.id, body: { ...state.first, birthDate: '1990-05-17' } });
    assert.equal(status(changed), 200);
    assert.equal(changed.birthDate, '1990-05-17');
    assert.equal(changed.meta.versionId, '2');
  },
  'vread of both versions': async ({ first }) => {
    assert.deepEqual(await client.vread({ resourceType: 'Patient', id: first.id, version: '1' }), first);
    assert.equal((await client.vread({ resourceType: 'Patient', id: first.id, version: '2' })).birthDate, '1990-05-17');
  },
  'a stale If-Match is refused': async ({ first }) => {
    const error = await failure(() => client.update({ resourceType: 'Patient', id: first.id, body: first, options: { headers: { 'If-Match': 'W/"1"' } } }));
    assert.equal(error.response.status, 412);
    assert.equal(error.response.data.resourceType, 'OperationOutcome');
  },
  'JSON Patch': async ({ first }) => {
    const changed = await client.patch({
      resourceType: 'Patient',
      id: first.id,
      jsonPatch: [{ op: 'test', path: '/gender', value: 'female' }, { op: 'replace', path: '/gender', value: 'other' }, { op: 'add', path: '/name/0/given/-', value: 'Bea' }],
    });
    assert.equal(changed.gender, 'other');
    assert.deepEqual(changed.name[0].given, ['Ann', 'Bea']);
    assert.equal(changed.meta.versionId, '3');
  },
  'a JSON Patch whose test fails changes nothing': async ({ first }) => {
    const error = await failure(() =>
      client.patch({ resourceType: 'Patient', id: first.id, jsonPatch: [{ op: 'remove', path: '/name' }, { op: 'test', path: '/gender', value: 'male' }] }));
    assert.ok([409, 412, 422].includes(error.response.status), `${error.response.status}`);
    assert.equal((await client.read({ resourceType: 'Patient', id: first.id })).meta.versionId, '3');
  },
  'history of a resource': async ({ first }) => {
    const history = await client.history({ resourceType: 'Patient', id: first.id });
    assert.equal(history.type, 'history');
    assert.deepEqual(history.entry.map((entry) => entry.resource.meta.versionId), ['3', '2', '1']);
    assert.match(history.entry.map((entry) => entry.request.method).join(), /^(PATCH|PUT),PUT,POST$/);
  },
  'history of a type': async ({ first }) => {
    const history = await client.history({ resourceType: 'Patient' });
    assert.ok(history.entry.some((entry) => entry.resource?.id === first.id));
  },
  'history of everything': async ({ first }) => {
    const history = await client.history();
    assert.ok(history.entry.some((entry) => entry.resource?.id === first.id));
  },
  'conditional create': async ({ first }) => {
    const options = { headers: { 'If-None-Exist': `identifier=${token('first')}` } };
    const found = await client.create({ resourceType: 'Patient', body: patient('first'), options });
    assert.equal(status(found), 200);
    assert.equal(header(found, 'location'), `${client.baseUrl}/Patient/${first.id}/_history/3`);
    const made = await client.create({ resourceType: 'Patient', body: patient('new'), options: { headers: { 'If-None-Exist': `identifier=${token('new')}` } } });
    assert.equal(status(made), 201);
  },
  'conditional update creates, then updates': async () => {
    const searchParams = { identifier: token('upsert') };
    const made = await client.update({ resourceType: 'Patient', searchParams, body: patient('upsert') });
    assert.equal(status(made), 201);
    const changed = await client.update({ resourceType: 'Patient', searchParams, body: patient('upsert', { active: true }) });
    assert.equal(status(changed), 200);
    assert.equal(changed.id, made.id);
    assert.equal(changed.meta.versionId, '2');
  },
  transaction: async (state) => {
    const subject = 'urn:uuid:8c5f4f4c-4a5a-4a45-9b2c-5b3e1f2a7d01';
    const body = {
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [
        ...Array.from({ length: 25 }, (_, day) => post(observation(subject, day + 1))),
        post(patient('bundle'), { fullUrl: subject }, { ifNoneExist: `identifier=${token('bundle')}` }),
      ],
    };
    const answer = await client.transaction({ body });
    assert.equal(answer.type, 'transaction-response');
    assert.equal(answer.entry.length, 26);
    assert.ok(answer.entry.every((entry) => entry.response.status.startsWith('201')));
    state.subject = /Patient\/([^/]+)\/_history\/1$/.exec(answer.entry[25].response.location)[1];
    state.observation = /Observation\/([^/]+)\/_history\/1$/.exec(answer.entry[0].response.location)[1];
    const stored = await client.read({ resourceType: 'Observation', id: state.observation });
    assert.equal(stored.subject.reference, `Patient/${state.subject}`);
  },
  'a transaction with one bad entry stores nothing': async () => {
    const body = { resourceType: 'Bundle', type: 'transaction', entry: [post(patient('never')), post({ resourceType: 'Patient', gender: 'banana' })] };
    const error = await failure(() => client.transaction({ body }));
    assert.ok(error.response.status >= 400 && error.response.status < 500);
    assert.match(JSON.stringify(error.response.data), /Bundle\.entry\[1\]/);
    assert.equal((await client.search({ resourceType: 'Patient', searchParams: { identifier: token('never') } })).total ?? 0, 0);
  },
  batch: async ({ subject }) => {
    const body = {
      resourceType: 'Bundle',
      type: 'batch',
      entry: [{ request: { method: 'GET', url: `Patient/${subject}` } }, { request: { method: 'GET', url: 'Patient/there-is-none' } }, post(patient('batch'))],
    };
    const answer = await client.batch({ body });
    assert.equal(answer.type, 'batch-response');
    assert.deepEqual(answer.entry.map((entry) => entry.response.status.slice(0, 3)), ['200', '404', '201']);
    assert.equal(answer.entry[0].resource.id, subject);
    assert.equal(answer.entry[1].response.outcome.resourceType, 'OperationOutcome');
  },
  'search, page after page': async (state) => {
    const seen = [];
    let bundle = await client.search({ resourceType: 'Observation', searchParams: { patient: state.subject, _sort: 'date', _count: 10 } });
    let pages = 0;
    for (; bundle; bundle = await client.nextPage({ bundle })) {
      pages++;
      assert.ok(bundle.entry.length <= 10);
      seen.push(...bundle.entry.map((entry) => entry.resource.effectiveDateTime));
    }
    assert.equal(pages, 3);
    assert.deepEqual(seen, Array.from({ length: 25 }, (_, day) => `2026-03-${String(day + 1).padStart(2, '0')}`));
  },
  'search by POST, page after page': async ({ subject }) => {
    const seen = new Set();
    let bundle = await client.search({ resourceType: 'Observation', searchParams: { patient: subject, _count: 9 }, options: { postSearch: true } });
    for (; bundle; bundle = await client.nextPage({ bundle })) ids(bundle).forEach((id) => seen.add(id));
    assert.equal(seen.size, 25);
  },
  'search with repeated and escaped values': async ({ subject }) => {
    const bundle = await client.search({ resourceType: 'Observation', searchParams: { patient: subject, date: ['ge2026-03-05', 'lt2026-03-08'], code: 'http://loinc.org|1742-6' } });
    assert.equal(bundle.entry.length, 3);
  },
  'search with what it includes': async ({ subject }) => {
    const bundle = await client.search({ resourceType: 'Observation', searchParams: { patient: subject, date: '2026-03-05', _include: 'Observation:patient' } });
    assert.deepEqual(bundle.entry.map((entry) => entry.search.mode).sort(), ['include', 'match']);
  },
  'search of a compartment': async ({ subject }) => {
    const compartment = { resourceType: 'Patient', id: subject };
    assert.equal((await client.search({ resourceType: 'Observation', compartment, searchParams: { date: '2026-03-02' } })).entry.length, 1);
    assert.equal((await client.search({ resourceType: 'Observation', compartment, searchParams: { date: '2026-03-02' }, options: { postSearch: true } })).entry.length, 1);
  },
  'search of everything': async ({ subject }) => {
    const searchParams = { _type: 'Patient,Observation', _id: subject };
    assert.deepEqual(ids(await client.search({ searchParams })), [subject]);
    assert.deepEqual(ids(await client.search({ searchParams, options: { postSearch: true } })), [subject]);
  },
  'operation by POST and by GET': async ({ subject }) => {
    const statement = await client.capabilityStatement();
    const names = statement.rest[0].operation?.concat(statement.rest[0].resource.flatMap((one) => one.operation ?? [])).map((one) => one.name) ?? [];
    if (!names.includes('everything')) return 'not offered';
    assert.equal((await client.operation({ name: 'everything', resourceType: 'Patient', id: subject, method: 'GET' })).type, 'searchset');
    const all = await client.operation({ name: '$everything', resourceType: 'Patient', id: subject, method: 'GET', input: { _count: 100 } });
    assert.equal(all.entry.length, 26);
  },
  'an unknown operation is refused': async () => {
    const error = await failure(() => client.operation({ name: 'no-such', resourceType: 'Patient', input: { resourceType: 'Parameters' } }));
    assert.equal(error.response.status, 404);
    assert.equal(error.response.data.resourceType, 'OperationOutcome');
  },
  delete: async ({ first }) => {
    const gone = await client.delete({ resourceType: 'Patient', id: first.id });
    assert.ok([200, 204].includes(status(gone)));
    const error = await failure(() => client.read({ resourceType: 'Patient', id: first.id }));
    assert.equal(error.response.status, 410);
    assert.equal((await client.history({ resourceType: 'Patient', id: first.id })).entry[0].request.method, 'DELETE');
  },
  'a slash at the end of the base': async ({ subject }) => {
    const other = new Client({ baseUrl: `${process.argv[2]}/` });
    assert.equal((await other.read({ resourceType: 'Patient', id: subject })).id, subject);
    assert.equal((await other.transaction({ body: { resourceType: 'Bundle', type: 'transaction' } })).type, 'transaction-response');
  },
});
