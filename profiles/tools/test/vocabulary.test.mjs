// The classification of opioid products and urine tests: a wrong row here is a missed warning.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { json, profiles } from '../src/files.mjs';
import { opioidProducts, parseCsv, urineTests } from '../src/vocabulary.mjs';

const resources = join(profiles, 'generated', 'resources');
const codes = (id) => json(join(resources, `ValueSet-${id}.json`)).compose.include.flatMap((include) => include.concept.map((concept) => concept.code));
const byCode = Object.fromEntries(opioidProducts().map((product) => [product.code, product]));
const named = (pattern) => opioidProducts().filter((product) => pattern.test(product.display));

function allAre(products, expected) {
  assert.ok(products.length > 0);
  assert.deepEqual(products.filter((product) => product.class !== expected).map((product) => product.display), []);
}

test('Every opioid product has exactly one class', () => {
  const classes = ['short-acting', 'long-acting', 'depot-monthly', 'depot-weekly', 'depot-implant', 'antidiarrhoeal'];
  const members = classes.flatMap((name) => codes(`opioid-${name}`));

  assert.equal(new Set(members).size, members.length);
  assert.deepEqual(new Set(members), new Set(codes('opioid-agonists')));
});

test('Buprenorphine syringes and implants are depots, every other buprenorphine is long-acting', () => {
  allAre(named(/^[\d.]+ ML buprenorphine (200|356) MG\/ML Prefilled Syringe/i), 'depot-monthly');
  allAre(named(/^[\d.]+ ML buprenorphine 50 MG\/ML Prefilled Syringe/i), 'depot-weekly');
  allAre(named(/buprenorphine.*Drug Implant/i), 'depot-implant');
  allAre(named(/buprenorphine.*(Sublingual Tablet|Buccal Film|Oral Strip|Transdermal System)|Buprenex/i), 'long-acting');
});

test('No methadone, levorphanol or buprenorphine is short-acting', () => {
  allAre(named(/methadone|levorphanol/i), 'long-acting');
  assert.deepEqual(named(/buprenorphine/i).filter((product) => product.class === 'short-acting'), []);
});

test('Extended-release and transdermal forms are long-acting at every level of RxNorm', () => {
  allAre(named(/extended release|transdermal|MG\/HR|\bER\b|polistirex|liposomal/i), 'long-acting');
  allAre(named(/\[(Duragesic|Oxycontin|MS Contin|Zohydro|Hysingla|Exalgo|Kadian|Avinza|Arymo|Morphabond|Xtampza|ConZip|Ryzolt|Embeda|Troxyca)\]/i), 'long-acting');
});

test('Immediate-release tablets of brands that also have an extended form stay short-acting', () => {
  allAre(named(/^(?!12 HR|24 HR).* MG Oral Tablet \[(Opana|Nucynta|Ultram)\]$/), 'short-acting');
});

test('Capsules that join an agonist with naltrexone are long-acting opioids and no naltrexone product', () => {
  const naltrexone = codes('naltrexone-products');
  const capsules = named(/naltrexone/i);

  allAre(capsules, 'long-acting');
  assert.deepEqual(capsules.filter((product) => naltrexone.includes(product.code)), []);
  assert.ok(!naltrexone.includes('29899'), 'methylnaltrexone is not naltrexone');
});

test('Opioids for diarrhea are loperamide, diphenoxylate and belladonna with opium, and no other opium', () => {
  const found = opioidProducts().filter((product) => product.class === 'antidiarrhoeal');

  assert.deepEqual(found.filter((product) => !/loperamide|diphenoxylate|belladonna.*opium/i.test(product.display)), []);
  allAre(named(/^opium/i), 'short-acting');
});

test('Belladonna with phenobarbital is no opioid', () => {
  for (const code of ['308589', '756260', '1294394']) assert.equal(byCode[code], undefined);
});

test('Heroin is a short-acting opioid', () => assert.equal(byCode['3304'].class, 'short-acting'));

test('Cough products hold an antitussive opioid and keep their duration class', () => {
  const cough = codes('opioid-cough').map((code) => byCode[code]);

  assert.ok(cough.some((product) => /guaifenesin/i.test(product.display)) && cough.some((product) => /homatropine/i.test(product.display)));
  assert.deepEqual(cough.filter((product) => !/codeine|hydrocodone|hydromorphone/.test(product.ingredients)), []);
  assert.deepEqual(cough.filter((product) => !['short-acting', 'long-acting'].includes(product.class)), []);
});

test('Analgesics with acetaminophen, ibuprofen or aspirin alone are no cough products', () => {
  const analgesics = named(/^(acetaminophen|aspirin) [\d.]+ MG(\/ML)? \/ (codeine|hydrocodone)[^/]*(\/ML[^/]*)?$|hydrocodone bitartrate [\d.]+ MG \/ ibuprofen/i);

  assert.ok(analgesics.length > 10);
  assert.deepEqual(analgesics.filter((product) => product.cough === 'yes'), []);
});

test('Re-classified strength and brand codes say why', () => {
  for (const code of ['574418', '977875', '1996183', '1806703']) assert.notEqual(byCode[code].reason, '');
});

test('Every usable urine test is in exactly one analyte set', () => {
  const analytes = readdirSync(resources).map((file) => /^ValueSet-(urine-.+)\.json$/.exec(file)?.[1])
    .filter((id) => id && !['urine-opioid-tests', 'urine-confirmatory'].includes(id));
  const members = analytes.flatMap(codes);

  assert.equal(analytes.length, 22);
  assert.equal(new Set(members).size, members.length);
  assert.deepEqual(new Set(members), new Set(codes('urine-opioid-tests')));
});

test('Antagonist assays, cut-offs and deprecated codes are no urine opioid tests', () => {
  const used = urineTests().filter((one) => one.excluded === '');

  assert.deepEqual(used.filter((one) => /nalox|naltrex|nalorphine|cut-?off|\bCtO\b|deprecated|z-score/i.test(one.display)), []);
  assert.ok(!codes('urine-opioid-tests').includes('12309-1'), 'a naltrexone assay shows adherence, not opioid use');
});

test('The six tests of a complete panel stand for their analytes', () => {
  const panel = { opiates: '19295-5', fentanyl: '59673-4', oxycodone: '19642-8', methadone: '19550-3', buprenorphine: '58359-1', tramadol: '19710-3' };

  for (const [analyte, code] of Object.entries(panel)) assert.ok(codes(`urine-${analyte}`).includes(code), analyte);
});

test('A fentanyl analogue is no fentanyl test, so its negative result clears no fentanyl', () => {
  const analogues = urineTests().filter((one) => one.excluded === '' && /(furanyl|acetyl |butyryl|valeryl|su|al)fentanyl|(su|al|oc|car)fentanil/i.test(one.display));

  assert.ok(analogues.length > 5);
  assert.deepEqual(analogues.filter((one) => one.analyte !== 'other'), []);
});

test('Quoted fields keep commas and quotes, and a short row is refused', () => {
  assert.deepEqual(parseCsv('a,b\n"x, ""y""",\n'), [{ a: 'x, "y"', b: '' }]);
  assert.throws(() => parseCsv('a,b\nx\n'), /Row 2/);
});
