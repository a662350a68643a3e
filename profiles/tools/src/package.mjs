// The guide as one file in the FHIR package format: a gzip tar that holds the artifacts, the examples and an index of each.
// Nothing in it depends on the machine: order, times and owners are fixed, and the compression is done in JavaScript, because
// that of Node gives other bytes on other processors.
import { join } from 'node:path';
import { gzipSync } from 'fflate';
import { filesBelow, json, ordinal, pretty, text } from './files.mjs';

const block = 512;
const octal = (value, length) => `${value.toString(8).padStart(length - 1, '0')}\0`;

function header(name, size) {
  const bytes = Buffer.alloc(block);
  if (Buffer.byteLength(name) > 100) throw new Error(`The name ${name} is too long for a package.`);
  bytes.write(name, 0);
  bytes.write(octal(0o644, 8), 100);
  bytes.write(octal(0, 8), 108);
  bytes.write(octal(0, 8), 116);
  bytes.write(octal(size, 12), 124);
  bytes.write(octal(0, 12), 136);
  bytes.write('        ', 148);
  bytes.write('0', 156);
  bytes.write('ustar\x0000', 257, 'latin1');
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return bytes;
}

/** A tar of files, name to text, in the order given. */
export function tar(files) {
  const parts = [...files].flatMap(([name, content]) => {
    const bytes = Buffer.from(content, 'utf8');
    return [header(name, bytes.length), bytes, Buffer.alloc((block - (bytes.length % block)) % block)];
  });
  return Buffer.concat([...parts, Buffer.alloc(2 * block)]);
}

const indexed = ['resourceType', 'id', 'url', 'version', 'kind', 'type', 'derivation', 'supplements', 'content'];

function index(resources) {
  const files = resources.map(([filename, resource]) => ({
    filename, ...Object.fromEntries(indexed.filter((name) => typeof resource[name] === 'string').map((name) => [name, resource[name]])),
  }));
  return pretty({ 'index-version': 2, files });
}

function about(guide) {
  return {
    name: guide.packageId, version: guide.version, 'tools-version': 3, type: 'IG', license: guide.license,
    canonical: guide.url.slice(0, guide.url.indexOf('/ImplementationGuide/')), url: guide.url.slice(0, guide.url.indexOf('/ImplementationGuide/')),
    title: guide.title, description: guide.description, fhirVersions: guide.fhirVersion,
    dependencies: { 'hl7.fhir.r4.core': guide.fhirVersion[0] },
    author: guide.publisher, maintainers: [{ name: guide.publisher }], directories: { lib: 'package', example: 'package/example' },
    jurisdiction: 'urn:iso:std:iso:3166#US',
  };
}

/** Files of one folder of the package: its resources and their index. */
function folder(prefix, source) {
  const names = filesBelow(source).sort(ordinal);
  const resources = names.map((name) => [name, json(join(source, name))]);
  return [[`${prefix}/.index.json`, index(resources)], ...names.map((name) => [`${prefix}/${name}`, text(join(source, name))])];
}

/** The package made from a generated folder, as bytes. */
export function guidePackage(generated) {
  const guide = json(join(generated, 'resources', filesBelow(join(generated, 'resources')).find((name) => name.startsWith('ImplementationGuide-'))));
  const files = [
    ['package/package.json', pretty(about(guide))],
    ...folder('package', join(generated, 'resources')),
    ...folder('package/example', join(generated, 'examples')),
  ];
  return gzipSync(tar(files), { level: 9, mtime: 0 });
}
