// Builds profiles/generated from profiles/input.
//   build           slim core, vocabulary FSH from its data files, ELM, resources, thresholds, manifest
//   build --check   the same into a temporary folder; exit code 1 when anything committed differs
//   build --cql     ELM and manifest only: the quick round while writing rules
import { copyFileSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { committedCore, makeCore, writeCore } from './core.mjs';
import { BuildFailure, empty, filesBelow, json, pretty, profiles, text, write } from './files.mjs';
import { libraryResource } from './libraries.mjs';
import { manifest } from './manifest.mjs';
import { compileFsh } from './sushi.mjs';
import { translate } from './translate.mjs';
import { vocabularyFsh } from './vocabulary.mjs';

const input = join(profiles, 'input');
const cql = join(input, 'cql');
const committed = join(profiles, 'generated');
const core = join(profiles, 'core');

function buildElm(target) {
  const elm = translate(cql);
  empty(join(target, 'elm'));
  for (const [file, content] of elm) write(join(target, 'elm', file), content);
  console.log(`elm: ${elm.size} libraries`);
}

function buildResources(target) {
  const resources = compileFsh(committedCore());
  for (const file of existsSync(join(target, 'elm')) ? filesBelow(join(target, 'elm')) : []) {
    const library = libraryResource(cql, json(join(target, 'elm', file)));
    resources.set(`Library-${library.id}.json`, library);
  }
  empty(join(target, 'resources'));
  for (const [file, resource] of resources) write(join(target, 'resources', file), pretty(resource));
  console.log(`resources: ${resources.size}`);
}

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
  writeManifest(target);
}

function vocabularyDrift() {
  return [...vocabularyFsh()]
    .filter(([file, content]) => { const path = join(input, 'fsh', 'valuesets', file); return !existsSync(path) || text(path) !== content; })
    .map(([file]) => `input/fsh/valuesets/${file}`);
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
    drift.push(...outputDrift(fresh));
    if (drift.length > 0) throw new BuildFailure(`Not what the sources give; run profiles/tools/build:\n${drift.join('\n')}`);
    console.log('no drift');
  } finally {
    empty(fresh);
  }
}

const verbs = {
  '--check': check,
  '--cql': () => { buildElm(committed); writeManifest(committed); },
  undefined: () => {
    buildCore();
    writeVocabulary();
    buildAll(committed);
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
