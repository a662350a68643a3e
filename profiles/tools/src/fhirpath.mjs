// Runs fhirpath.js, an engine of other authors, over examples: the invariants of FHIR R4 that stand in the definition of each resource.
// Output: conformance/fhirpath/answers.ndjson.gz, first line the engine and the SHA-256 of the files, then one resource a line.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fhirpath from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4';
import { committedCore } from './core.mjs';
import { filesBelow, profiles, sha256, text, write } from './files.mjs';

const engine = `fhirpath.js ${createRequire(import.meta.url)('fhirpath/package.json').version}`;
const root = join(profiles, '..');
const ofEachType = 3;

/** Element-wise rules that the comparison with the SDK covers; here they would only be many. */
const everywhere = new Set(['ele-1', 'ext-1']);

const definitions = Object.fromEntries(committedCore().split('\n').filter((line) => line.startsWith('{"resourceType":"StructureDefinition"'))
  .map((line) => JSON.parse(line))
  .filter((definition) => definition.kind === 'resource' && definition.derivation !== 'constraint')
  .map((definition) => [definition.type, definition]));

/** The invariants of a type: where each stands, its key, and the expression on the whole resource. */
function invariants(type) {
  return definitions[type].snapshot.element.flatMap((element) => {
    const below = element.path.replace('[x]', '').split('.').slice(1);
    return (element.constraint ?? [])
      .filter((constraint) => constraint.expression && (below.length === 0 || !everywhere.has(constraint.key)))
      .map((constraint) => ({
        name: `${[type, ...below].join('.')} ${constraint.key}`,
        expression: below.length === 0 ? constraint.expression : `${below.map((step) => `\`${step}\``).join('.')}.select(${constraint.expression})`,
      }));
  });
}

const compiled = new Map();
function evaluate(expression, resource) {
  if (!compiled.has(expression)) compiled.set(expression, fhirpath.compile(expression, r4));
  try {
    const answer = compiled.get(expression)(resource, { resource, rootResource: resource }, { traceFn: () => {} });
    return answer.length === 0 ? '{}' : answer.map((item) => (typeof item === 'boolean' ? `${item}` : '?')).join(', ');
  } catch {
    return 'error';
  }
}

/** Resources of a file: one, those of an array, or one a line. */
function resources(path) {
  if (path.endsWith('.ndjson.gz')) return gunzipSync(readFileSync(join(root, path))).toString('utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
  const content = JSON.parse(text(join(root, path)));
  return Array.isArray(content) ? content : [content];
}

const hash = (path) => sha256(path.endsWith('.gz') ? gunzipSync(readFileSync(join(root, path))) : readFileSync(join(root, path)));
const folder = (path) => (existsSync(join(root, path)) ? filesBelow(join(root, path)).filter((file) => file.endsWith('.json')).map((file) => `${path}/${file}`) : []);
const first = (rows) => rows.filter((row, index) => rows.slice(0, index).filter((other) => other.resource.resourceType === row.resource.resourceType).length < ofEachType);
const rows = (path) => resources(path).map((resource, at) => ({ source: path, at, resource }));

const samples = rows('conformance/samples/naltrexone-200-patients.ndjson.gz');
const chosen = [
  ...rows('conformance/fhirpath/resources.json'),
  ...folder('profiles/generated/examples').flatMap(rows),
  ...first(samples.slice(0, 2_000)),
];

const files = [...new Set(chosen.map((row) => row.source))].sort();
const lines = [JSON.stringify({ engine, files: Object.fromEntries(files.map((path) => [path, hash(path)])) })];
for (const { source, at, resource } of chosen) {
  const answers = Object.fromEntries(invariants(resource.resourceType).map(({ name, expression }) => [name, evaluate(expression, resource)]));
  lines.push(JSON.stringify({ source, at, answers }));
}
const packed = gzipSync(`${lines.join('\n')}\n`, { level: 9 });
packed[9] = 255;
write(join(root, 'conformance', 'fhirpath', 'answers.ndjson.gz'), packed);
console.log(`${chosen.length} resources, ${packed.length} bytes`);
