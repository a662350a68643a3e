// The page docs/rules.md: everything about a rule that can be known without running it, taken from the generated content, so that it cannot drift.
import { join } from 'node:path';
import { BuildFailure, filesBelow, json, ordinal, profiles, text } from './files.mjs';

/** Where the page stands in the repository. */
export const page = 'docs/rules.md';

const indicators = { stat: 'critical', urgent: 'warning', asap: 'warning', routine: 'info' };
const overrideReason = 'https://fhirnaltrexone.example.org/fhir/StructureDefinition/override-reason';
const last = (url) => url.split('/').at(-1);
const each = (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const unique = (values) => [...new Set(values)].sort(ordinal);

/** The compiled libraries: definitions by name, and what their aliases stand for. */
class Elm {
  constructor(folder) {
    this.libraries = new Map(filesBelow(folder).map((file) => json(join(folder, file)).library).map((library) => [library.identifier.id, library]));
  }

  aliasOf(library, alias) {
    return alias === undefined ? library : each(this.libraries.get(library).includes?.def).find((one) => one.localIdentifier === alias).path;
  }

  definitions(library, name) {
    return each(this.libraries.get(library)?.statements?.def).filter((one) => one.name === name);
  }

  /** The library of a plan that has a define. */
  home(plan, name) {
    return each(plan.library).map(last).find((library) => this.definitions(library, name).length > 0);
  }

  /**
   * All nodes that a define reaches, each with its library. `follow` says which references are followed.
   */
  reach(library, name, follow = () => true) {
    const [seen, found] = [new Set(), []];
    const define = (home, one) => {
      const key = `${home}|${one}`;
      if (seen.has(key)) return;
      seen.add(key);
      for (const definition of this.definitions(home, one)) walk(home, definition.expression);
    };
    const walk = (home, node) => {
      if (Array.isArray(node)) return node.forEach((one) => walk(home, one));
      if (node === null || typeof node !== 'object') return undefined;
      if (node.type) found.push({ home, node });
      if ((node.type === 'ExpressionRef' || node.type === 'FunctionRef') && follow(node)) define(this.aliasOf(home, node.libraryName), node.name);
      return Object.values(node).forEach((one) => walk(home, one));
    };
    define(library, name);
    return found;
  }

  /** The CQL text of a define, from the source it was compiled from. */
  source(library, name) {
    const lines = text(join(profiles, 'input', 'cql', `${library}.cql`)).split('\n');
    return this.definitions(library, name).map(({ locator }) => {
      const [, from, to] = /^(\d+):\d+-(\d+):\d+$/.exec(locator);
      return lines.slice(from - 1, to).join('\n');
    }).join('\n');
  }
}

/** A number with its unit, as a sentence needs it. */
export function readable({ value, unit = '' }) {
  const units = { '10*3/uL': '10³/µL', 'mL/min/{1.73_m2}': 'mL/min/1.73 m²', 'kg/m2': 'kg/m²', 'mg/d': 'mg a day', h: 'hours', d: 'days' };
  const bare = unit === '1' || unit === 'a' || unit.startsWith('{') || unit.startsWith('mo ');
  return [each(value).join(', '), bare ? '' : units[unit] ?? unit].join(' ').trim();
}

/** The code system with defaults of thresholds in the place of their keys in braces. */
export function withThresholds(resource, thresholds) {
  if (resource.resourceType !== 'CodeSystem') return resource;
  for (const concept of resource.concept ?? []) {
    concept.definition &&= concept.definition.replace(/\{([A-Za-z0-9.]+)\}/g, (_, key) => {
      const threshold = thresholds.find((one) => one.key === key);
      if (!threshold) throw new BuildFailure(`${concept.code} names the threshold ${key}, which does not exist.`);
      return readable(threshold);
    });
  }
  return resource;
}

/** Every place where a rule stands in a plan. */
function placesOf(plans, code) {
  return plans.flatMap((plan) => plan.action
    .filter((action) => action.code?.[0]?.coding?.[0]?.code === code)
    .map((action) => ({ plan, action })));
}

const computed = (action, path) => each(action.dynamicValue).find((one) => one.path === path)?.expression.expression;

function priorities(elm, { plan, action }) {
  const name = computed(action, 'action.priority');
  const home = name && elm.home(plan, name);
  if (!home) return [action.priority];
  const text = (node) => node.resultTypeName?.endsWith('}String') ?? false;
  return elm.reach(home, name, text).map(({ node }) => node).filter((node) => node.type === 'Literal' && node.value in indicators).map((node) => node.value);
}

function reachOfConditions(elm, { plan, action }) {
  return action.condition.map((one) => one.expression.expression).flatMap((name) => elm.reach(elm.home(plan, name), name));
}

// Details are left out: they tell the whole story of the record, and so reach thresholds that decide other rules.
function reachOfDecision(elm, place) {
  const names = [
    ...place.action.condition.map((one) => one.expression.expression),
    ...['action.priority', 'action.title'].map((path) => computed(place.action, path)).filter(Boolean),
  ];
  return names.flatMap((name) => { const home = elm.home(place.plan, name); return home ? elm.reach(home, name) : []; });
}

function thresholdsOf(elm, places, thresholds) {
  const used = new Set(places.flatMap((place) => reachOfDecision(elm, place)).filter(({ node }) => node.type === 'ParameterRef')
    .map(({ home, node }) => `${elm.aliasOf(home, node.libraryName)}|${node.name}`));
  return thresholds.filter((one) => used.has(`${one.library}|${one.parameter}`));
}

const cell = (value) => String(value).replaceAll('|', '\\|').replaceAll('\n', ' ');

const table = (head, rows) => [`| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`)];

function indicatorText(elm, places) {
  const found = new Set(places.flatMap((place) => priorities(elm, place)).map((one) => indicators[one]));
  return ['critical', 'warning', 'info'].filter((one) => found.has(one)).join(', ');
}

function definesOf(elm, places) {
  const names = places.flatMap(({ plan, action }) =>
    [...action.condition.map((one) => one.expression.expression), ...each(action.dynamicValue).map((one) => one.expression.expression)]
      .map((name) => [elm.home(plan, name), name].join('|')));
  return [...new Set(names)].map((one) => one.split('|')).filter(([home]) => home);
}

function bullets(title, lines) {
  return lines.length === 0 ? [] : ['', `**${title}**`, '', ...lines.map((line) => `- ${line}`)];
}

function body(elm, places, thresholds) {
  const [{ action }] = places;
  const reached = places.flatMap((place) => reachOfConditions(elm, place)).map(({ node }) => node);
  const types = unique(reached.filter((node) => node.type === 'Retrieve').map((node) => node.dataType.split('}')[1]));
  const sets = unique(reached.filter((node) => node.type === 'ValueSetRef').map((node) => node.name));
  const used = thresholdsOf(elm, places, thresholds);
  const defines = definesOf(elm, places);
  const links = each(action.documentation).map(({ label, display, url }) => `${url ? `[${label}](${url})` : label}${display ? `: ${display}` : ''}`);
  return [
    ...table(['service', 'hooks'], places.map((place) => [`\`${place.plan.id}\``, each(place.action.trigger).map((one) => one.name).join(', ')])),
    '',
    `**Indicator:** ${indicatorText(elm, places)}`,
    '',
    `**Reads:** ${types.join(', ') || 'no resources'}${sets.length > 0 ? `; value sets ${sets.join(', ')}` : ''}`,
    ...bullets('Card, when no text can be computed', [action.title, action.description].filter(Boolean)),
    ...bullets('Offers', each(action.action).map((one) => one.title)),
    ...bullets('Override reasons', each(action.extension).filter((one) => one.url === overrideReason).map(({ valueCoding: { code, display } }) => `\`${code}\` ${display}`)),
    ...bullets('Sources', links),
    ...(used.length === 0 ? [] : ['', '**Thresholds its logic reaches**', '',
      ...table(['key', 'default', 'basis', 'source'], used.map((one) => [`\`${one.key}\``, readable(one), one.basis, one.source]))]),
    '',
    `<details><summary>CQL (${unique(defines.map(([home]) => home)).join(', ')})</summary>`,
    '',
    '```cql',
    ...defines.map(([home, name]) => elm.source(home, name)),
    '```',
    '',
    '</details>',
  ];
}

const introduction = [
  '# Rules',
  '',
  'Every rule the service knows: when it is looked at, what it says, and why. This page is made by `profiles/tools/build` from the code system of rules,',
  'the plans, the compiled CQL and the thresholds; do not edit it. Not medical advice: a clinician must sign off every rule before use.',
  '',
  '- **Draft**: an order not signed yet (`context.draftOrders`); on order-select those selected. **Planned start**: the beginning of the first of its instructions; one that says none begins now.',
  '- **New start**: no naltrexone on record, or every form of it has lapsed. **On naltrexone**: a dose on record and no recorded end of treatment.',
  '- **On the problem list**: a Condition that is active, recurring or relapsing, or has no status, and is neither refuted nor entered in error.',
  '- Times are elapsed hours between instants, never calendar days. A date without time is the end of its day for a last dose, else its beginning.',
  '- Where data could not be read, rule DQ-01 says so; where a rule itself could not be evaluated, its card says that. No card is no all-clear for those.',
  '- Thresholds are defaults; a site sets its own as `Thresholds:<key>`. What a site can do against too many cards: [configuration](configuration.md#fewer-cards).',
];

/** The page, from the generated folder given. */
export function rulesPage(generated) {
  const resource = (file) => json(join(generated, 'resources', file));
  const elm = new Elm(join(generated, 'elm'));
  const thresholds = json(join(generated, 'thresholds.json'));
  const plans = filesBelow(join(generated, 'resources')).filter((file) => file.startsWith('PlanDefinition-')).map(resource)
    .filter((plan) => plan.type?.coding?.[0]?.code === 'eca-rule');
  const rules = resource('CodeSystem-naltrexone-rules.json').concept.map((concept) => ({ concept, places: placesOf(plans, concept.code) }));
  const anchor = ({ code, display }) => `${code} ${display}`.toLowerCase().replace(/[^a-z0-9 -]/g, '').replaceAll(' ', '-');
  return [
    ...introduction,
    '',
    ...table(['rule', '', 'indicator', 'services'], rules.map(({ concept, places }) => [
      `[${concept.code}](#${anchor(concept)})`, concept.display, places.length > 0 ? indicatorText(elm, places) : 'not run yet',
      unique(places.map(({ plan }) => plan.id.replace(/^naltrexone-/, ''))).join(', '),
    ])),
    ...rules.flatMap(({ concept, places }) => [
      '',
      `## ${concept.code} ${concept.display}`,
      '',
      `**When:** ${concept.property?.find((one) => one.code === 'trigger')?.valueString ?? ''}`,
      '',
      `**Logic:** ${concept.definition ?? ''}`,
      '',
      ...(places.length > 0 ? body(elm, places, thresholds) : ['No service runs this rule yet.']),
    ]),
    '',
  ].join('\n');
}
