// One FHIR Library resource per CQL library, derived from its ELM, so that nothing has to be written twice.
// The CQL text travels inside; the ELM does not (it is three times as large and lies beside it in generated/elm).
import { join } from 'node:path';
import { text } from './files.mjs';

export const canonical = 'https://fhirnaltrexone.example.org/fhir';

const elmType = /^\{urn:hl7-org:elm-types:r1\}(.+)$/;
const fhirType = /^\{http:\/\/hl7\.org\/fhir\}(.+)$/;
const systemTypes = {
  Boolean: 'boolean', Integer: 'integer', Decimal: 'decimal', String: 'string', DateTime: 'dateTime', Date: 'date', Time: 'time',
  Quantity: 'Quantity', Ratio: 'Ratio', Code: 'Coding', Concept: 'CodeableConcept',
};

/** FHIR type of an ELM type; `Any` where R4 has none (tuples, choices). */
function typeOf(specifier) {
  const name = typeof specifier === 'string' ? specifier : specifier?.name ?? specifier?.resultTypeName ?? '';
  const system = elmType.exec(name);
  if (system) return systemTypes[system[1]] ?? 'Any';
  return /^[A-Za-z]+$/.test(fhirType.exec(name)?.[1] ?? '.') ? fhirType.exec(name)[1] : 'Any';
}

function parameter(name, use, typeName, specifier) {
  if (specifier?.type === 'ListTypeSpecifier') return { name, use, min: 0, max: '*', type: typeOf(specifier.elementType) };
  if (specifier?.type === 'IntervalTypeSpecifier') return { name, use, min: 0, max: '1', type: 'Any' };
  return { name, use, min: 0, max: '1', type: typeOf(typeName ?? specifier) };
}

function parameters(library) {
  const inputs = (library.parameters?.def ?? []).map((def) => parameter(def.name, 'in', def.resultTypeName, def.parameterTypeSpecifier));
  const outputs = (library.statements?.def ?? [])
    .filter((def) => def.type !== 'FunctionDef' && def.name !== 'Patient')
    .map((def) => parameter(def.name, 'out', def.resultTypeName, def.resultTypeSpecifier));
  return [...inputs, ...outputs];
}

function dependencies(library) {
  const models = (library.usings?.def ?? []).filter((using) => using.localIdentifier !== 'System')
    .map((using) => ({ type: 'depends-on', display: `${using.localIdentifier} model information`, resource: `${using.uri}|${using.version}` }));
  const includes = (library.includes?.def ?? [])
    .map((include) => ({ type: 'depends-on', display: `Library ${include.path}`, resource: `${canonical}/Library/${include.path}` }));
  const valueSets = (library.valueSets?.def ?? [])
    .map((set) => ({ type: 'depends-on', display: `Value set ${set.name}`, resource: set.id }));
  return [...models, ...includes, ...valueSets];
}

/** "LiverRules" as "Liver rules"; names in capitals stay. */
const titleOf = (name) => name.replace(/(?<=[a-z])([A-Z])(?=[a-z])/g, (letter) => ` ${letter.toLowerCase()}`);

/** The comment lines above `library`, joined: what the author says about the library. */
function descriptionOf(source) {
  const lines = source.slice(0, source.search(/^library\s/m)).split('\n')
    .map((line) => line.replace(/^\s*(\/\*+|\*\/|\/\/|\*)\s?/, '').replace(/\*\/\s*$/, '').trim())
    .filter((line) => line.length > 0);
  return lines.join(' ');
}

/** Library resource of one CQL library. */
export function libraryResource(folder, elm) {
  const library = elm.library;
  const { id, version } = library.identifier;
  const source = text(join(folder, `${id}.cql`));
  const all = parameters(library);
  const related = dependencies(library);
  return {
    resourceType: 'Library', id, meta: { profile: [`${canonical}/StructureDefinition/rule-library`] }, url: `${canonical}/Library/${id}`, version, name: id, title: titleOf(id), status: 'draft', experimental: false,
    type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/library-type', code: 'logic-library' }] },
    publisher: 'FhirNaltrexone',
    description: descriptionOf(source) || `CQL library ${id}.`,
    ...(related.length > 0 ? { relatedArtifact: related } : {}),
    ...(all.length > 0 ? { parameter: all } : {}),
    content: [{ contentType: 'text/cql', data: Buffer.from(source, 'utf8').toString('base64'), title: `${id}.cql` }],
  };
}
