// What SUSHI leaves open: texts that R4 requires and the slim core does not carry, and an ImplementationGuide that is valid R4.
import { join } from 'node:path';
import { json, ordinal, profiles } from './files.mjs';

const texts = json(join(profiles, 'input', 'constraint-texts.json'));

// Every element of a snapshot has to carry a definition (invariant sdf-3).
const definitionOf = (element) => element.short ?? `Element ${element.path} as FHIR R4 defines it.`;

// An element that changes the meaning says so (eld-18), and a binding without value set is described (sdf-10).
const modifierReason = 'It changes what the record means: whoever does not understand it must not use the record.';
const openBinding = 'No value set is named.';

function complete(element) {
  element.definition ??= definitionOf(element);
  if (element.isModifier) element.isModifierReason ??= modifierReason;
  if (element.binding && !element.binding.valueSet) element.binding.description ??= openBinding;
}

/** A StructureDefinition whose elements and constraints have the texts that R4 requires: those of FHIR in our words. */
export function withOwnTexts(resource) {
  for (const element of resource.snapshot?.element ?? []) complete(element);
  for (const view of [resource.snapshot, resource.differential])
    for (const element of view?.element ?? [])
      for (const constraint of element.constraint ?? []) constraint.human ??= texts[constraint.key] ?? constraint.key;
  return resource;
}

const entry = ({ resourceType, id, title, description }) => ({ reference: { reference: `${resourceType}/${id}` }, name: title, description, exampleBoolean: false });

/**
 * The guide as R4 knows it: without the stand-ins SUSHI depends on and without parameters and empty lists, which R4 refuses;
 * with the artifacts that do not come from FSH.
 */
export function guide(made, others) {
  const { dependsOn, definition, ...rest } = made;
  const resource = [...definition.resource, ...others.map(entry)].sort((a, b) => ordinal(a.reference.reference, b.reference.reference));
  return { ...rest, definition: { resource } };
}

/** Whether the guide calls a resource an example. */
export function isExample(guideResource, { resourceType, id }) {
  const listed = guideResource.definition.resource.find((one) => one.reference.reference === `${resourceType}/${id}`);
  return listed !== undefined && (listed.exampleBoolean === true || listed.exampleCanonical !== undefined);
}
