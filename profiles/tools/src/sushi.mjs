// FSH to FHIR JSON with SUSHI, without network: its package cache is built from the slim core, its version question is answered
// by a stand-in for npm, and the dependencies it would fetch are empty packages.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { BuildFailure, empty, json, ordinal, pretty, profiles, tools, write } from './files.mjs';

const fhirVersion = '4.0.1';
const stubs = ['hl7.fhir.uv.tools.r4', 'hl7.terminology.r4', 'hl7.fhir.uv.extensions.r4'];

function writePackage(cache, name, version, content) {
  const folder = join(cache, `${name}#${version}`, 'package');
  write(join(folder, 'package.json'), pretty({ name, version, ...content }));
  write(join(folder, '.index.json'), pretty({ 'index-version': 2, files: [] }));
  return folder;
}

function writeCache(cache, coreLines) {
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

function run(work, project) {
  const answer = spawnSync(process.execPath, [
    join(tools, 'node_modules', 'fsh-sushi', 'dist', 'app.js'), 'build', project, '--snapshot', '--out', join(work, 'out'), '--log-level', 'warn',
  ], {
    encoding: 'utf8',
    env: { ...process.env, HOME: work, FPL_REGISTRY: 'http://127.0.0.1:1', PATH: join(work, 'bin') + delimiter + process.env.PATH, FORCE_COLOR: '0' },
  });
  const problems = `${answer.stdout}${answer.stderr}`.split('\n').filter((line, i, lines) => /^(warn|error)/.test(line) || /^ {2}(File|Line):/.test(line));
  if (answer.status !== 0 || problems.length > 0)
    throw new BuildFailure(`SUSHI ended with code ${answer.status}:\n${problems.join('\n') || answer.stdout + answer.stderr}`);
}

/**
 * Compiles an FSH project, ours unless another is named. Returns file name (`<Type>-<id>.json`) to resource, as SUSHI wrote it;
 * throws BuildFailure with SUSHI's errors and warnings. `install` may put further packages into the package cache it is given.
 */
export function compileFsh(coreLines, project = profiles, install = () => {}) {
  const work = mkdtempSync(join(tmpdir(), 'fsh-'));
  try {
    const cache = join(work, '.fhir', 'packages');
    writeCache(cache, coreLines);
    install(cache);
    writeStandIn(join(work, 'bin'));
    run(work, project);
    const folder = join(work, 'out', 'fsh-generated', 'resources');
    const files = existsSync(folder) ? readdirSync(folder).sort(ordinal) : [];
    return new Map(files.map((file) => [file, json(join(folder, file))]));
  } finally {
    empty(work);
  }
}
