// The rule plans: everything they name exists, and every card they give is complete.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { json, profiles } from '../src/files.mjs';
import { canonical } from '../src/libraries.mjs';

const generated = join(profiles, 'generated');
const resources = readdirSync(join(generated, 'resources')).map((file) => json(join(generated, 'resources', file)));
const published = new Map(resources.map((resource) => [resource.url, resource]));
// Protocols are plans, too, but no rules.
const plans = resources.filter((resource) => resource.resourceType === 'PlanDefinition' && resource.type.coding[0].code === 'eca-rule');
const concepts = (id) => new Map(published.get(`${canonical}/CodeSystem/${id}`).concept.map((concept) => [concept.code, concept.display]));
const hooks = ['order-select', 'order-sign', 'appointment-book', 'patient-view', 'encounter-start', 'encounter-discharge'];

const below = (action) => (action.action ?? []).flatMap((child) => [child, ...below(child)]);
const rules = plans.flatMap((plan) => plan.action.map((action) => ({ plan, action, id: action.code[0].coding[0].code })));
const actions = rules.flatMap(({ action }) => [action, ...below(action)]);
const eachRule = (check) => { for (const rule of rules) check(rule, `${rule.plan.id} ${rule.id}`); };
const computed = (action) => Object.fromEntries((action.dynamicValue ?? []).map((value) => [value.path, value.expression.expression]));

/** Names of the expression defines of a library; null when it has no ELM. */
function defines(library) {
  const path = join(generated, 'elm', `${basename(library)}.json`);
  return existsSync(path) ? json(path).library.statements.def.filter((def) => def.type !== 'FunctionDef').map((def) => def.name) : null;
}

test('Three plans are published, each an event-condition-action rule set', () => {
  assert.deepEqual(plans.map((plan) => plan.id).sort(), ['naltrexone-monitoring', 'naltrexone-opioid-blockade', 'naltrexone-start-safety']);
  assert.ok(plans.every((plan) => plan.type.coding[0].code === 'eca-rule' && plan.action.length > 5));
});

test('Every rule carries its code and display from the rule code system, once per plan', () => {
  const known = concepts('naltrexone-rules');

  eachRule(({ action, id }, where) => assert.equal(action.code[0].coding[0].display, known.get(id), where));
  for (const plan of plans) {
    const ids = plan.action.map((action) => action.code[0].coding[0].code);
    assert.equal(new Set(ids).size, ids.length, plan.id);
  }
});

test('Every rule is in a plan', () => {
  assert.deepEqual(new Set(rules.map((rule) => rule.id)), new Set(concepts('naltrexone-rules').keys()));
});

test('Every rule runs on at least one hook, and on none twice', () => eachRule(({ action }, where) => {
  const names = action.trigger.map((trigger) => trigger.name);

  assert.ok(names.length > 0 && names.every((name) => hooks.includes(name)), where);
  assert.equal(new Set(names).size, names.length, where);
}));

test('Condition and texts are defines of the rule, those of DQ-01 of its service', () => eachRule(({ action, id, plan }, where) => {
  const service = { 'naltrexone-monitoring': ' Monitoring', 'naltrexone-opioid-blockade': ' Blockade', 'naltrexone-start-safety': '' };
  const prefix = id === 'DQ-01' ? id + service[plan.id] : id;

  assert.deepEqual(action.condition.map((condition) => condition.expression.expression), [`${prefix} Applies`], where);
  assert.deepEqual(computed(action), { 'action.title': `${prefix} Summary`, 'action.description': `${prefix} Detail`, 'action.priority': `${id} Priority` }, where);
}));

test('Fallback texts fit a card', () => eachRule(({ action }, where) => {
  assert.ok(action.title.length < 140, where);
  assert.ok(action.description.length > 40 && !action.description.includes('{'), where);
  assert.ok(['routine', 'urgent', 'stat'].includes(action.priority), where);
}));

test('Sources have a label and a public https address', () => eachRule(({ action, id }, where) => {
  assert.ok(id === 'DQ-01' || action.documentation?.length > 0, where);
  for (const source of action.documentation ?? []) {
    assert.ok(source.label && source.display, where);
    assert.equal(new URL(source.url).protocol, 'https:', where);
  }
}));

test('Override reasons are known and spelled as in their code system', () => {
  const known = concepts('naltrexone-override-reasons');

  eachRule(({ action }, where) => {
    for (const { url, valueCoding } of action.extension ?? []) {
      assert.ok(published.has(url), where);
      assert.equal(valueCoding.display, known.get(valueCoding.code), where);
    }
  });
});

test('Every suggestion has a label, and every one of its actions a type and a description', () => eachRule(({ action }, where) => {
  assert.ok(['any', 'at-most-one'].includes(action.selectionBehavior), where);
  for (const suggestion of action.action ?? []) {
    assert.ok(suggestion.title && suggestion.description, where);
    for (const one of suggestion.action ?? [suggestion])
      assert.ok(['create', 'update', 'remove'].includes(one.type?.coding[0].code) && one.description, where);
  }
}));

test('Creations name a published activity definition; removals and updates name the drafts', () => {
  for (const action of actions.filter((one) => one.type)) {
    const kind = action.type.coding[0].code;
    if (kind === 'create') assert.equal(published.get(action.definitionCanonical)?.resourceType, 'ActivityDefinition');
    else assert.match(computed(action)['action.resource'], /^Draft ((Naltrexone|Injection|Tablet|Opioid|Anesthesia Detox) References|References To Move)$|^(Injection References To Move|First Dose References To Lower|Injection Dose References To Correct)$/);
    assert.equal(kind === 'update', Object.keys(computed(action)).some((path) => path.startsWith('dosageInstruction.')));
  }
});

test('Every activity definition is used', () => {
  const used = new Set(resources.filter((resource) => resource.resourceType === 'PlanDefinition').flatMap(below).map((action) => action.definitionCanonical));
  const unused = resources.filter((resource) => resource.resourceType === 'ActivityDefinition' && !used.has(resource.url));

  assert.deepEqual(unused.map((resource) => resource.id), []);
});

test('Every define is found in exactly one library of its plan', () => {
  for (const plan of plans) {
    const libraries = plan.library.map(defines);
    assert.ok(libraries.every((names) => names !== null), `${plan.id}: a library without ELM`);
    const wanted = plan.action.flatMap((action) => [action, ...below(action)])
      .flatMap((action) => [...(action.condition ?? []), ...(action.dynamicValue ?? [])].map((one) => one.expression.expression));
    const wrong = [...new Set(wanted)].filter((name) => libraries.filter((names) => names.includes(name)).length !== 1);
    assert.deepEqual(wrong, [], plan.id);
  }
});

test('Every value set a library names is published', () => {
  const named = readdirSync(join(generated, 'elm')).flatMap((file) => json(join(generated, 'elm', file)).library.valueSets?.def ?? []).map((set) => set.id);

  assert.ok(named.length > 0);
  assert.deepEqual(named.filter((url) => published.get(url)?.resourceType !== 'ValueSet'), []);
});

test('Every artifact is a draft, and value sets of foreign codes carry a notice', () => {
  for (const resource of resources) {
    assert.equal(resource.status, 'draft', resource.url);
    assert.equal(resource.experimental, false, resource.url);
    if (resource.resourceType === 'ValueSet') assert.ok(resource.copyright, resource.url);
  }
});

// Numbers of a scale, a label, a statute, a study or a product: no site can change them. All others are thresholds, and a text that names one becomes untrue.
const notSetByTheSite = {
  'AL-02': ['80'], 'AD-01': ['18'], 'DI-01': ['2', '2'], 'DO-01': ['25'], 'DO-02': ['50', '100', '150', '100', '100', '150', '150'],
  'DO-03': ['380', '4', 'a month'], 'DO-04': ['4', 'a month'], 'HT-03': ['3'], 'HT-06': ['2013'], 'IN-03': ['1.5', '2'], 'MH-02': ['9', '10', '14', '15', '19', '20'],
  'PW-02': ['7', '10'], 'PW-03': ['two weeks'], 'PW-08': ['0', '48', '5', '12', '13', '24', '25', '36', '36'], 'PW-09': ['24'], 'PW-13': ['42', '2'],
};
const numbersOf = (text) => text.match(/\d+(?:\.\d+)?|\btwice\b|\bdoubled\b|\b(?:a|one|two|three|six) (?:day|week|month|year)s?\b/g) ?? [];

test('A fallback names only numbers that no site can set', () => {
  eachRule(({ action, id }, where) => assert.deepEqual(numbersOf(`${action.title}\n${action.description}`), notSetByTheSite[id] ?? [], where));
});

test('A suggestion is told without the numbers that a site may set', () => {
  for (const action of rules.flatMap(({ action }) => below(action)))
    assert.deepEqual(numbersOf(`${action.title ?? ''}\n${action.description}`).filter((one) => !['2', '80', '380'].includes(one)), [], action.title);
});

test('A step of a protocol whose threshold a site may set is told without a number', () => {
  const steps = {
    'oral-naltrexone': ['first-dose', 'liver', 'lapse', 'six-months'],
    'extended-release-injection': ['platelets', 'injection-2', 'injection-7', 'missed', 'lapsed', 'liver'],
    'liver-monitoring': ['baseline', 'schedule', 'test-1', 'test-12', 'from-5-times'],
    'detoxification-induction': ['wait'],
    'pre-start-assessment': ['hepatic-panel'],
    'special-populations': ['minor', 'older', 'kidneys'],
    'long-term-treatment': ['half-year-review', 'ending-agonist'],
  };
  for (const [plan, ids] of Object.entries(steps)) {
    const all = below(published.get(`${canonical}/PlanDefinition/${plan}`));
    for (const id of ids) {
      const step = all.find((one) => one.id === id);
      assert.deepEqual(numbersOf(`${step.title}\n${step.description}`).filter((one) => one !== '380'), [], `${plan} ${id}`);
    }
  }
});
