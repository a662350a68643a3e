// Builds profiles/generated from profiles/input.
//   build           slim core, vocabulary FSH from its data files, ELM, resources and examples, thresholds, package, manifest, conformance cases,
//                   the page docs/rules.md
//   build --check   the same into a temporary folder; exit code 1 when anything committed differs
//   build --cql     ELM and manifest only: the quick round while writing rules
import { copyFileSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cases } from './cases.mjs';
import { committedCore, makeCore, writeCore } from './core.mjs';
import { BuildFailure, empty, filesBelow, json, pretty, profiles, text, write } from './files.mjs';
import { libraryResource } from './libraries.mjs';
import { manifest } from './manifest.mjs';
import { guidePackage } from './package.mjs';
import { guide, isExample, withOwnTexts } from './repairs.mjs';
import { page, rulesPage, withThresholds } from './rules.mjs';
import { compileFsh } from './sushi.mjs';
import { translate } from './translate.mjs';
import { vocabularyFsh } from './vocabulary.mjs';

const input = join(profiles, 'input');
const cql = join(input, 'cql');
const committed = join(profiles, 'generated');
const core = join(profiles, 'core');
const repository = join(profiles, '..');
const caseFolder = 'conformance/cases';

function buildElm(target) {
  const elm = translate(cql);
  empty(join(target, 'elm'));
  for (const [file, content] of elm) write(join(target, 'elm', file), content);
  console.log(`elm: ${elm.size} libraries`);
}

function libraries(target) {
  const files = existsSync(join(target, 'elm')) ? filesBelow(join(target, 'elm')) : [];
  return files.map((file) => libraryResource(cql, json(join(target, 'elm', file))));
}

function writeFolder(folder, resources) {
  empty(folder);
  for (const resource of resources) write(join(folder, `${resource.resourceType}-${resource.id}.json`), pretty(resource));
}

function buildResources(target) {
  const made = [...compileFsh(committedCore()).values()];
  const own = libraries(target);
  const contents = guide(made.find((resource) => resource.resourceType === 'ImplementationGuide'), own);
  const thresholds = json(join(input, 'thresholds.json'));
  const artifacts = made.filter((resource) => resource.resourceType !== 'ImplementationGuide').map(withOwnTexts)
    .map((resource) => withThresholds(resource, thresholds));
  const examples = artifacts.filter((resource) => isExample(contents, resource));
  writeFolder(join(target, 'resources'), [...artifacts.filter((resource) => !examples.includes(resource)), ...own, contents]);
  writeFolder(join(target, 'examples'), examples);
  console.log(`resources: ${artifacts.length - examples.length + own.length + 1}, examples: ${examples.length}`);
}

const buildPackage = (target) => write(join(target, 'fhir.naltrexone.tgz'), guidePackage(target));

function buildThresholds(target) {
  const source = join(input, 'thresholds.json');
  if (existsSync(source)) copyFileSync(source, join(target, 'thresholds.json'));
}

const writeManifest = (target) => write(join(target, 'manifest.json'), pretty(manifest(target)));

function writeVocabulary() {
  for (const [file, content] of vocabularyFsh()) write(join(input, 'fsh', 'valuesets', file), content);
}

function buildAll(target) {
  buildElm(target);
  buildResources(target);
  buildThresholds(target);
  buildPackage(target);
  writeManifest(target);
}

function vocabularyDrift() {
  return [...vocabularyFsh()]
    .filter(([file, content]) => { const path = join(input, 'fsh', 'valuesets', file); return !existsSync(path) || text(path) !== content; })
    .map(([file]) => `input/fsh/valuesets/${file}`);
}

function writeCases() {
  empty(join(repository, caseFolder));
  for (const [path, content] of cases(committed)) write(join(repository, path), content);
}

function caseDrift(generated) {
  const made = cases(generated);
  const before = filesBelow(join(repository, caseFolder)).map((file) => `${caseFolder}/${file}`);
  const changed = [...made].filter(([path, content]) => !existsSync(join(repository, path)) || text(join(repository, path)) !== content);
  return [...before.filter((path) => !made.has(path)), ...changed.map(([path]) => path)];
}

const writePage = () => write(join(repository, page), rulesPage(committed));

function pageDrift(generated) {
  const path = join(repository, page);
  return existsSync(path) && text(path) === rulesPage(generated) ? [] : [page];
}

function coreDrift(made) {
  const provenance = join(core, 'PROVENANCE.md');
  const same = made.lines === committedCore() && existsSync(provenance) && made.provenance === text(provenance);
  return same ? [] : ['core'];
}

// Written only when its content differs: the compressed bytes may vary with the version of Node.
function buildCore() {
  const made = makeCore();
  if (coreDrift(made).length > 0) writeCore(core, made);
}

/** Names of files that are missing, surplus or different in the committed folder. */
function outputDrift(fresh) {
  const [now, before] = [filesBelow(fresh), existsSync(committed) ? filesBelow(committed) : []];
  const surplus = before.filter((file) => !now.includes(file));
  const changed = now.filter((file) => !before.includes(file) || !readFileSync(join(fresh, file)).equals(readFileSync(join(committed, file))));
  return [...surplus, ...changed].map((file) => `generated/${file}`);
}

function check() {
  const fresh = mkdtempSync(join(tmpdir(), 'generated-'));
  try {
    const drift = [...vocabularyDrift(), ...coreDrift(makeCore())];
    buildAll(fresh);
    drift.push(...outputDrift(fresh), ...caseDrift(fresh), ...pageDrift(fresh));
    if (drift.length > 0) throw new BuildFailure(`Not what the sources give; run profiles/tools/build:\n${drift.join('\n')}`);
    console.log('no drift');
  } finally {
    empty(fresh);
  }
}

const verbs = {
  '--check': check,
  '--cql': () => {
    buildElm(committed);
    writeManifest(committed);
    writePage();
  },
  undefined: () => {
    buildCore();
    writeVocabulary();
    buildAll(committed);
    writeCases();
    writePage();
  },
};

try {
  const verb = verbs[process.argv[2]];
  if (!verb) throw new BuildFailure('usage: build [--check | --cql]');
  verb();
} catch (failure) {
  if (!(failure instanceof BuildFailure)) throw failure;
  console.error(failure.message);
  process.exitCode = 1;
}
