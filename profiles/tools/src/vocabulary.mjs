// The large value sets: facts in two CSV files (profiles/input/vocabulary) become FSH, one value set per file.
// To re-classify a product change its row, not the FSH.
import { join } from 'node:path';
import { BuildFailure, profiles, text } from './files.mjs';

const classes = ['short-acting', 'long-acting', 'depot-monthly', 'depot-weekly', 'depot-implant', 'antidiarrhoeal'];
const analytes = [
  'opiates', 'morphine', 'codeine', 'heroin', 'fentanyl', 'norfentanyl', 'oxycodone', 'oxymorphone', 'noroxymorphone', 'hydrocodone', 'hydromorphone',
  'methadone', 'methadone-metabolite', 'buprenorphine', 'norbuprenorphine', 'tramadol', 'tapentadol', 'meperidine', 'propoxyphene', 'dihydrocodeine', 'kratom', 'other',
];

const ofClass = (name) => (product) => product.class === name;
const withIngredient = (name) => (product) => product.ingredients.split('; ').includes(name);

const opioidSets = [
  ['opioid-short-acting', 'Short-acting opioids', 'Opioid products and ingredients that act for hours: immediate-release forms and injections, tramadol and heroin included.', ofClass('short-acting')],
  ['opioid-long-acting', 'Long-acting opioids', 'Methadone, buprenorphine other than depot, levorphanol, extended-release and transdermal opioids, agonist capsules that contain naltrexone.', ofClass('long-acting')],
  ['opioid-depot-monthly', 'Monthly depot buprenorphine', 'Buprenorphine injections that release for about 28 days.', ofClass('depot-monthly')],
  ['opioid-depot-weekly', 'Weekly depot buprenorphine', 'Buprenorphine injections that release for about 7 days.', ofClass('depot-weekly')],
  ['opioid-depot-implant', 'Buprenorphine implants', 'Buprenorphine implants, which release for about 180 days.', ofClass('depot-implant')],
  ['opioid-antidiarrhoeal', 'Opioid antidiarrhoeals', 'Loperamide, diphenoxylate and belladonna with opium.', ofClass('antidiarrhoeal')],
  ['opioid-cough', 'Opioid cough products', 'Codeine, dihydrocodeine, hydrocodone or hydromorphone in one product with an expectorant, antihistamine, decongestant or homatropine. Each is in a duration class as well.', (product) => product.cough === 'yes'],
  ['opioid-buprenorphine', 'Buprenorphine products', 'Every product with buprenorphine, whatever its duration.', withIngredient('buprenorphine')],
  ['opioid-methadone', 'Methadone products', 'Every product with methadone.', withIngredient('methadone')],
  ['opioid-oxycodone', 'Oxycodone products', 'Every product with oxycodone, whatever its duration.', withIngredient('oxycodone')],
  ['opioid-tramadol', 'Tramadol products', 'Every product with tramadol, whatever its duration.', withIngredient('tramadol')],
  ['opioid-agonists', 'Opioid agonists', 'Every opioid product of any class: short-acting, long-acting, depot and antidiarrhoeal.', () => true],
];

const urineSets = [
  ['urine-opioid-tests', 'Urine opioid tests', 'Urine tests whose result says whether an opioid is present. Antagonist assays, cut-offs, scores and deprecated codes are left out.', () => true],
  ['urine-confirmatory', 'Urine confirmatory tests', 'Urine opioid tests whose name states a confirmatory method.', (test) => /confirm|\bcfm\b/i.test(test.display)],
  ...analytes.map((analyte) => [
    `urine-${analyte}`, `Urine ${analyte.replace('-', ' ')} tests`,
    analyte === 'other'
      ? 'Urine opioid tests of analytes without a set of their own. Each code stands for an analyte by itself: a negative one clears no other.'
      : `Urine tests for ${analyte.replace('-', ' ')}, alone or with its metabolites.`,
    (test) => test.analyte === analyte,
  ]),
];

/** Fields of one line; quotes are doubled inside quoted fields. */
function fields(line) {
  const found = [];
  for (const [, quoted, plain] of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)) found.push(quoted?.replaceAll('""', '"') ?? plain);
  return found;
}

/** Rows of a CSV text as objects; fields never hold line breaks. */
export function parseCsv(content) {
  const [header, ...lines] = content.trimEnd().split('\n').map(fields);
  return lines.map((line, i) => {
    if (line.length !== header.length) throw new BuildFailure(`Row ${i + 2} has ${line.length} fields, ${header.length} expected.`);
    return Object.fromEntries(header.map((name, column) => [name, line[column]]));
  });
}

function read(file, allowed) {
  const rows = parseCsv(text(join(profiles, 'input', 'vocabulary', file)));
  const problems = rows.flatMap((row) => allowed(row).map((problem) => `${file}: ${row.code} ${problem}`));
  const codes = rows.map((row) => row.code);
  problems.push(...codes.filter((code, i) => codes.indexOf(code) !== i).map((code) => `${file}: ${code} twice`));
  if (problems.length > 0) throw new BuildFailure(problems.join('\n'));
  return rows;
}

/** Rows of opioid-products.csv. */
export const opioidProducts = () => read('opioid-products.csv', (row) => [
  ...(classes.includes(row.class) ? [] : [`has the unknown class "${row.class}"`]),
  ...(['', 'yes'].includes(row.cough) ? [] : [`has the unknown cough mark "${row.cough}"`]),
  ...(row.ingredients ? [] : ['has no ingredient']),
]);

/** Rows of urine-opioid-tests.csv, left-out ones included. */
export const urineTests = () => read('urine-opioid-tests.csv', (row) => (
  row.excluded === '' === analytes.includes(row.analyte) ? [] : ['needs either a known analyte or a reason why it is left out']));

const pascal = (id) => id.replace(/(^|-)([a-z])/g, (_match, _dash, letter) => letter.toUpperCase());
const escape = (value) => value.replaceAll('\\', '\\\\').replaceAll('"', '\\"');

function valueSet([id, title, description, belongs], rows, { system, rule, source }) {
  const concepts = rows.filter(belongs).map((row) => `* ${system}#${row.code} "${escape(row.display)}"`);
  if (concepts.length === 0) throw new BuildFailure(`Value set ${id} is empty.`);
  const lines = [
    `// Made by profiles/tools/build from ${source}; change that file instead.`,
    `ValueSet: ${pascal(id)}`, `Id: ${id}`, `Title: "${title}"`, `Description: "${escape(description)}"`,
    '* insert Metadata', `* insert ${rule}`, ...concepts,
  ];
  return [`${pascal(id)}.fsh`, `${lines.join('\n')}\n`];
}

/** FSH of the large value sets: file name to content. */
export function vocabularyFsh() {
  const rxnorm = { system: '$rxnorm', rule: 'RxNormCopyright', source: 'input/vocabulary/opioid-products.csv' };
  const loinc = { system: '$loinc', rule: 'LoincCopyright', source: 'input/vocabulary/urine-opioid-tests.csv' };
  const products = opioidProducts();
  const tests = urineTests().filter((test) => test.excluded === '');
  return new Map([
    ...opioidSets.map((set) => valueSet(set, products, rxnorm)),
    ...urineSets.map((set) => valueSet(set, tests, loinc)),
  ]);
}
