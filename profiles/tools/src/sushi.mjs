// FSH to FHIR JSON with SUSHI, without network: its package cache is built from the slim core, its version question is answered
// by a stand-in for npm, and the dependencies it would fetch are empty packages.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { BuildFailure, empty, json, ordinal, pretty, profiles, tools, write } from './files.mjs';

const fhirVersion = '4.0.1';
const stubs = ['hl7.fhir.uv.tools.r4', 'hl7.terminology.r4', 'hl7.fhir.uv.extensions.r4'];

// R4 requires a text for every constraint; the slim core carries none, so inherited ones get ours, or else their key.
const constraintTexts = {
  'ele-1': 'An element has a value or children.',
  'ext-1': 'An extension has either a value or extensions, not both.',
};

function writePackage(cache, name, version, content) {
  const folder = join(cache, `${name}#${version}`, 'package');
  write(join(folder, 'package.json'), pretty({ name, version, ...content }));
  write(join(folder, '.index.json'), pretty({ 'index-version': 2, files: [] }));
  return folder;
}

function writeCache(home, coreLines) {
  const cache = join(home, '.fhir', 'packages');
  const core = writePackage(cache, 'hl7.fhir.r4.core', fhirVersion, { type: 'fhir.core', fhirVersions: [fhirVersion], dependencies: {} });
  for (const line of coreLines.split('\n').filter((one) => one.length > 0)) {
    const { resourceType, id } = JSON.parse(line);
    write(join(core, `${resourceType}-${id}.json`), line);
  }
  for (const name of stubs) writePackage(cache, name, '0.0.0', { type: 'fhir.ig', fhirVersions: [fhirVersion], dependencies: {} });
}

/** SUSHI asks `npm view fsh-sushi version`; the answer is the version that is installed. */
function writeStandIn(folder) {
  const { version } = json(join(tools, 'node_modules', 'fsh-sushi', 'package.json'));
  write(join(folder, 'npm'), `#!/bin/sh\necho ${version}\n`);
  chmodSync(join(folder, 'npm'), 0o755);
}

function run(work) {
  const answer = spawnSync(process.execPath, [
    join(tools, 'node_modules', 'fsh-sushi', 'dist', 'app.js'), 'build', profiles, '--snapshot', '--out', join(work, 'out'), '--log-level', 'warn',
  ], {
    encoding: 'utf8',
    env: { ...process.env, HOME: work, FPL_REGISTRY: 'http://127.0.0.1:1', PATH: join(work, 'bin') + delimiter + process.env.PATH, FORCE_COLOR: '0' },
  });
  const problems = `${answer.stdout}${answer.stderr}`.split('\n').filter((line, i, lines) => /^(warn|error)/.test(line) || /^ {2}(File|Line):/.test(line));
  if (answer.status !== 0 || problems.length > 0)
    throw new BuildFailure(`SUSHI ended with code ${answer.status}:\n${problems.join('\n') || answer.stdout + answer.stderr}`);
}

// Likewise every element of a snapshot has to carry a definition (invariant sdf-3).
const definitionOf = (element) => element.short ?? `Element ${element.path} as FHIR R4 defines it.`;

function withOwnTexts(resource) {
  for (const element of resource.snapshot?.element ?? []) element.definition ??= definitionOf(element);
  for (const view of [resource.snapshot, resource.differential])
    for (const element of view?.element ?? [])
      for (const constraint of element.constraint ?? []) constraint.human ??= constraintTexts[constraint.key] ?? constraint.key;
  return resource;
}

/** Compiles all FSH. Returns file name (`<Type>-<id>.json`) to resource; throws BuildFailure with SUSHI's errors and warnings. */
export function compileFsh(coreLines) {
  const work = mkdtempSync(join(tmpdir(), 'fsh-'));
  try {
    writeCache(work, coreLines);
    writeStandIn(join(work, 'bin'));
    run(work);
    const folder = join(work, 'out', 'fsh-generated', 'resources');
    const files = existsSync(folder) ? readdirSync(folder).sort(ordinal) : [];
    return new Map(files.map((file) => [file, withOwnTexts(json(join(folder, file)))]));
  } finally {
    empty(work);
  }
}
