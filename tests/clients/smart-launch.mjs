// fhirclient (SMART JS) in headless Chromium: an app launched from the EHR's page and one that stands alone, with the code of its documentation.
// Arguments: FHIR base, port of the app, Chromium.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { run } from './checks.mjs';

const [fhir, port, executablePath] = process.argv.slice(2);
const server = new URL(fhir).origin;
const app = `http://127.0.0.1:${port}/`;
const library = await readFile(createRequire(import.meta.url).resolve('fhirclient/build/fhir-client.min.js'));
const scope = 'openid fhirUser offline_access patient/*.rs';

const page = (script) => `<!doctype html><title>app</title><script src="fhir-client.min.js"></script><pre id="result"></pre><script>${script}</script>`;
const show = `const show = (value) => { document.getElementById('result').textContent = JSON.stringify(value); };`;
const authorize = (more) => `${show} FHIR.oauth2.authorize({ clientId: 'demo-app', redirectUri: '${app}', ${more} }).catch((error) => show({ error: String(error) }));`;
const pages = {
  '/launch.html': page(authorize(`scope: 'launch ${scope}'`)),
  '/standalone.html': page(authorize(`iss: '${fhir}', scope: 'launch/patient launch/encounter ${scope}'`)),
  '/': page(`${show} FHIR.oauth2.ready().then((client) => { window.client = client; show({ patient: client.patient.id }); }).catch((error) => show({ error: String(error) }));`),
};
const web = createServer((request, response) => {
  const { pathname } = new URL(request.url, app);
  const [type, body] = pathname === '/fhir-client.min.js' ? ['text/javascript', library] : ['text/html', pages[pathname]];
  response.writeHead(body ? 200 : 404, { 'Content-Type': `${type}; charset=utf-8` }).end(body);
}).listen(Number(port), '127.0.0.1');

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });

/** Opens a fresh browser, so that nothing is kept from one launch to the next. */
async function open(address) {
  const tab = await (await browser.newContext()).newPage();
  await tab.goto(address);
  return tab;
}

/** What the app has shown. */
async function result(tab) {
  await tab.waitForFunction(() => document.getElementById('result')?.textContent);
  return JSON.parse(await tab.textContent('#result'));
}

async function choosePatient(tab) {
  await tab.fill('[name=choice_name]', 'Alp');
  await tab.click('button:has-text("Search")');
  await tab.selectOption('[name=choice_patient]', 'Patient/anna');
  await tab.click('button:has-text("Choose")');
  await tab.selectOption('[name=choice_user]', 'Practitioner/doc');
}

/** All that an app does once it is in. */
const use = (tab) => ({
  token: () => tab.evaluate(() => window.client.state.tokenResponse),
  patient: () => tab.evaluate(() => window.client.patient.read()),
  user: () => tab.evaluate(() => window.client.user.read()),
  encounter: () => tab.evaluate(() => window.client.encounter.read()),
  request: (url) => tab.evaluate((address) => window.client.request(address), url),
  status: (url) => tab.evaluate((address) => window.client.request(address).then(() => 200, (error) => error.status), url),
  refresh: () => tab.evaluate(() => window.client.refresh().then(() => null)),
  state: () => tab.evaluate(() => window.client.state),
});

const checks = (name, launch) => ({
  [`${name}: the app is let in for the patient chosen`]: async (state) => {
    state.tab = await launch();
    assert.deepEqual(await result(state.tab), { patient: 'anna' });
    state.app = use(state.tab);
  },
  [`${name}: it proved itself by PKCE`]: async ({ app: client }) => {
    const { codeChallenge, codeVerifier } = await client.state();
    assert.ok(codeChallenge && codeVerifier);
  },
  [`${name}: it reads patient, user and encounter`]: async ({ app: client }) => {
    assert.equal((await client.patient()).name[0].family, 'Alpha');
    assert.equal((await client.user()).id, 'doc');
    assert.equal((await client.encounter()).id, 'visit');
  },
  [`${name}: it finds what is the patient's and nothing else`]: async ({ app: client }) => {
    const found = await client.request('Observation');
    assert.deepEqual(found.entry.map((entry) => entry.resource.id), ['alt-anna']);
    assert.equal(await client.status('Patient/bert'), 404);
    assert.equal(await client.status('Observation/alt-bert'), 404);
  },
  [`${name}: it goes on after a refresh`]: async ({ app: client }) => {
    const before = (await client.token()).access_token;
    await client.refresh();
    assert.notEqual((await client.token()).access_token, before);
    assert.equal((await client.patient()).id, 'anna');
  },
  [`${name}: it is out when its token is revoked`]: async ({ app: client }) => {
    const { access_token: token } = await client.token();
    const revoked = await fetch(`${server}/connect/revoke`, { method: 'POST', body: new URLSearchParams({ token, client_id: 'demo-app' }) });
    assert.equal(revoked.status, 200);
    const read = await fetch(`${fhir}/Patient/anna`, { headers: { Authorization: `Bearer ${token}` } });
    assert.equal(read.status, 401);
  },
});

process.on('exit', () => web.close());
await run({
  ...checks('EHR launch', async () => {
    const tab = await open(`${server}/launch`);
    await choosePatient(tab);
    await tab.selectOption('[name=choice_encounter]', 'Encounter/visit');
    await tab.selectOption('[name=choice_record]', 'MedicationRequest/order');
    await tab.click('button:has-text("Launch")');
    return tab;
  }),
  'EHR launch: the order that was open is named': async ({ app: client }) => {
    assert.deepEqual((await client.token()).fhirContext, [{ reference: 'MedicationRequest/order' }]);
  },
  ...checks('standalone launch', async () => {
    const tab = await open(`${app}standalone.html`);
    await choosePatient(tab);
    await tab.selectOption('[name=choice_encounter]', 'Encounter/visit');
    await tab.click('button:has-text("Allow")');
    return tab;
  }),
  'standalone launch: an app that is denied is not let in': async () => {
    const tab = await open(`${app}standalone.html`);
    await choosePatient(tab);
    await tab.click('button:has-text("Deny")');
    assert.match((await result(tab)).error, /access_denied|said no/);
  },
});
