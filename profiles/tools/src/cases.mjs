// Conformance cases: resources that meet a profile, and resources made from them by one edit, with the one issue expected of each.
// They are listed in profiles/input/cases, one file for each profile, one case a line:
//   P what source                          the source meets the profile, and shows `what` (an invariant, slice or binding) met
//   P what source | edits                  so does the source after the edits
//   F name source | edits | issue @ path   after the edits exactly one issue is found, at the path
//   F name source | edits | issue @ path # element    the same; the element of the profile that is broken
// A source is the name of a generated file; an edit is path=JSON or -path, several are parted by ' ; '; an issue is the key of an
// invariant or one of the kinds below.
import { join } from 'node:path';
import { BuildFailure, filesBelow, json, ordinal, pretty, profiles, text } from './files.mjs';
import { canonical } from './libraries.mjs';

const folder = join(profiles, 'input', 'cases');

// Issue type of FHIR and message id of our validator for each kind of defect.
const kinds = {
  min: ['required', 'NAL-CARD-MIN'],
  max: ['structure', 'NAL-CARD-MAX'],
  type: ['structure', 'NAL-TYPE'],
  pattern: ['value', 'NAL-PATTERN'],
  binding: ['code-invalid', 'NAL-BIND-REQUIRED'],
  'no-code': ['code-invalid', 'NAL-BIND-MISSING'],
  reference: ['structure', 'NAL-REF-TARGET'],
  'extension-context': ['structure', 'NAL-EXT-CONTEXT'],
  'value-max': ['value', 'NAL-VALUE-MAX'],
  'form-link': ['not-found', 'NAL-FORM-LINK'],
  'form-type': ['value', 'NAL-FORM-TYPE'],
  'form-option': ['code-invalid', 'NAL-FORM-OPTION'],
  'form-repeats': ['structure', 'NAL-FORM-REPEATS'],
  'form-required': ['required', 'NAL-FORM-REQUIRED'],
  'form-disabled': ['business-rule', 'NAL-FORM-DISABLED'],
  'form-calculated': ['value', 'NAL-FORM-CALCULATED'],
};

const steps = (path) => path.replaceAll(/\[(\d+)\]/g, '.$1').split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));

/** Applies one edit to a resource in place: `path=JSON` sets, `-path` removes; what becomes empty by a removal goes too. */
export function edit(resource, change) {
  const removal = change.startsWith('-');
  const path = removal ? change.slice(1) : change.slice(0, change.indexOf('='));
  const way = steps(path);
  const last = way.pop();
  const parent = way.reduce((node, step) => node?.[step], resource);
  if (parent === undefined || (removal && parent[last] === undefined)) throw new BuildFailure(`Nothing to edit at ${path} of ${resource.resourceType}/${resource.id}.`);
  if (!removal) parent[last] = JSON.parse(change.slice(change.indexOf('=') + 1));
  else if (Array.isArray(parent)) parent.splice(last, 1);
  else delete parent[last];
  if (removal && Array.isArray(parent) && parent.length === 0) edit(resource, `-${path.slice(0, path.lastIndexOf('['))}`);
}

/** One case from its line. */
export function parse(line) {
  const [head, edits = '', issue = ''] = line.split(' | ').map((part) => part.trim());
  const [verdict, name, source] = head.split(' ');
  const [, broken, expression, about] = /^(\S+) @ (\S+)(?: # (\S+))?$/.exec(issue) ?? [];
  if (!['P', 'F'].includes(verdict) || !source || (verdict === 'F') !== (broken !== undefined)) throw new BuildFailure(`Not a case: ${line}`);
  return { verdict, name, source, edits: edits === '' ? [] : edits.split(' ; '), broken, expression, about };
}

const severities = (generated) => new Map(filesBelow(join(generated, 'resources')).filter((file) => file.startsWith('StructureDefinition-'))
  .flatMap((file) => json(join(generated, 'resources', file)).snapshot.element)
  .flatMap((element) => element.constraint ?? [])
  .map((constraint) => [constraint.key, constraint.severity]));

function expected(one, severityOf) {
  if (one.verdict === 'P') return ['', '', '', one.name.startsWith('nal-') ? one.name : '', one.name.startsWith('nal-') ? '' : one.name];
  if (kinds[one.broken]) return ['error', kinds[one.broken][0], one.expression, kinds[one.broken][1], one.about ?? ''];
  if (!severityOf.has(one.broken)) throw new BuildFailure(`No invariant and no kind of defect: ${one.broken}`);
  return [severityOf.get(one.broken), 'invariant', one.expression, one.broken, ''];
}

const slug = (name) => name.replaceAll(/[^A-Za-z0-9]+/g, '-').replace(/-$/, '').toLowerCase();
const field = (value) => (/[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** Every case of the sources: files by path relative to the repository, the list `conformance/cases.csv` among them. */
export function cases(generated) {
  const severityOf = severities(generated);
  const places = new Map(['resources', 'examples'].flatMap((place) => filesBelow(join(generated, place)).map((file) => [file.replace('.json', ''), place])));
  const files = new Map();
  const rows = [];

  function place(profile, one, number) {
    if (!places.has(one.source)) throw new BuildFailure(`No generated file is called ${one.source}.`);
    if (one.edits.length === 0) return `profiles/generated/${places.get(one.source)}/${one.source}.json`;
    const resource = json(join(generated, places.get(one.source), `${one.source}.json`));
    for (const change of one.edits) edit(resource, change);
    const path = `conformance/cases/${profile}/${one.verdict === 'F' ? one.name : `${slug(one.name)}-p${number}`}.json`;
    if (files.has(path)) throw new BuildFailure(`Two cases are called ${path}.`);
    files.set(path, pretty(resource));
    return path;
  }

  for (const file of filesBelow(folder).sort(ordinal)) {
    const profile = file.replace('.txt', '');
    const counts = new Map();
    for (const line of text(join(folder, file)).trimEnd().split('\n')) {
      const one = parse(line);
      counts.set(one.name, (counts.get(one.name) ?? 0) + 1);
      rows.push([place(profile, one, counts.get(one.name)), `${canonical}/StructureDefinition/${profile}`, one.verdict === 'P' ? 'pass' : 'fail', ...expected(one, severityOf)]);
    }
  }

  const header = 'file,profile,verdict,severity,code,expression,key,element';
  files.set('conformance/cases.csv', `${[header, ...rows.map((row) => row.map(field).join(','))].join('\n')}\n`);
  return files;
}
