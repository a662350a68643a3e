// The manifest: SHA-256 of every source, of the scripts that turn them into output, and of every generated file, so that a stale output is seen without Node.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, json, profiles, sha256, tools } from './files.mjs';
import { page, rulesPage } from './rules.mjs';

const packages = ['@cqframework/cql', 'fflate', 'fsh-sushi'];
const scripts = ['build', 'cases', 'core', 'files', 'libraries', 'manifest', 'package', 'repairs', 'rules', 'sushi', 'translate', 'vocabulary'].map((name) => `${name}.mjs`);

const hashes = (folder, files, prefix = '') => Object.fromEntries(files.map((file) => [prefix + file, sha256(readFileSync(join(folder, file)))]));

/** Content of manifest.json for the generated folder given; paths are relative to the folder `profiles`. */
export function manifest(generated) {
  return {
    tools: Object.fromEntries(packages.map((name) => [name, json(join(tools, 'package.json')).devDependencies[name]])),
    sources: {
      ...hashes(join(profiles, 'input'), filesBelow(join(profiles, 'input')), 'input/'),
      ...hashes(profiles, ['sushi-config.yaml', 'tools/package-lock.json']),
      ...hashes(join(tools, 'src'), scripts, 'tools/src/'),
    },
    outputs: hashes(generated, filesBelow(generated).filter((file) => file !== 'manifest.json'), 'generated/'),
    documents: { [`../${page}`]: sha256(rulesPage(generated)) },
  };
}
