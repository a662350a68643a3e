// File helpers of the authoring tools: every list is sorted and every text ends in one line feed, so that output never depends on the machine.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder `profiles`. */
export const profiles = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Folder `profiles/tools`. */
export const tools = join(profiles, 'tools');

/** A failure that the author can mend: printed without a stack trace. */
export class BuildFailure extends Error {}

/** Text of a file without byte order mark and with line feeds only. */
export const text = (path) => readFileSync(path, 'utf8').replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');

/** Parsed JSON of a file. */
export const json = (path) => JSON.parse(text(path));

/** JSON as it is committed: one space of indentation, one final line feed. */
export const pretty = (value) => `${JSON.stringify(value, null, 1)}\n`;

/** SHA-256 of text or bytes, in lower-case hexadecimal. */
export const sha256 = (content) => createHash('sha256').update(content).digest('hex');

/** Writes a file and the folders above it. */
export function write(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Removes a folder and everything in it. */
export const empty = (folder) => rmSync(folder, { recursive: true, force: true });

/** Ordinal order, the same in every locale. */
export const ordinal = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** All files below a folder, as sorted paths relative to it with forward slashes. */
export function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join('/'))
    .sort(ordinal);
}
