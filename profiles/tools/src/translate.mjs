// CQL to ELM: every library of a folder becomes one pretty-printed JSON file. Errors and warnings of the translator fail the build.
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import * as ucumPackage from '@lhncbc/ucum-lhc';
import { SystemModelInfoProvider } from '@cqframework/cql/cql';
import {
  CqlCompilerOptions, CqlTranslator, LibraryBuilder, LibraryManager, ModelManager,
  createLibrarySourceProvider, createModelInfoProvider, createUcumService, stringAsSource,
} from '@cqframework/cql/cql-to-elm';
import { BuildFailure, ordinal, pretty, text } from './files.mjs';

// Locators let the engine name the place of a failure; result types let it type a null interval boundary.
// Narrative annotations are left out: they triple the size and repeat the source beside it.
const switches = ['EnableLocators', 'EnableResultTypes', 'DisableListDemotion', 'DisableListPromotion'];

// The System model is bundled with the translator but has to be registered like any other.
function models() {
  const fhir = text(createRequire(import.meta.url).resolve('cql-exec-fhir/lib/modelInfos/fhir-modelinfo-4.0.1.xml'));
  const manager = new ModelManager();
  manager.modelInfoLoader.registerModelInfoProvider(new SystemModelInfoProvider());
  manager.modelInfoLoader.registerModelInfoProvider(createModelInfoProvider(
    (id, _system, version) => (id === 'FHIR' && version === '4.0.1' ? stringAsSource(fhir) : null)));
  return manager;
}

// Translation only validates units; a conversion would be a defect of the translator.
function units() {
  const ucum = ucumPackage.default.UcumLhcUtils.getInstance();
  const unused = () => { throw new Error('Units are never converted at translation time.'); };
  return createUcumService(unused, (unit) => {
    const answer = ucum.validateUnitString(unit);
    return answer.status === 'valid' ? null : answer.msg.join('; ');
  }, unused, unused);
}

function compilerOptions() {
  const options = CqlCompilerOptions.defaultOptions();
  const chosen = options.options.asJsSetView();
  chosen.clear();
  for (const name of switches) chosen.add(CqlCompilerOptions.Options.valueOf(name));
  options.signatureLevel = LibraryBuilder.SignatureLevel.valueOf('Overloads');
  return options;
}

function libraryManager(folder) {
  const manager = new LibraryManager(models(), compilerOptions(), null, units());
  manager.librarySourceLoader.registerProvider(createLibrarySourceProvider((id) => {
    const path = join(folder, `${id}.cql`);
    return existsSync(path) ? stringAsSource(text(path)) : null;
  }));
  return manager;
}

/** Names of the CQL libraries in a folder, sorted; none when the folder does not exist. */
export const libraryNames = (folder) => (existsSync(folder) ? readdirSync(folder) : [])
  .filter((file) => file.endsWith('.cql')).map((file) => basename(file, '.cql')).sort(ordinal);

// Members of a locator are mangled by the translator's own build: its text is what can be relied on.
function position(locator) {
  const [, line, column] = /startLine=(\d+), startChar=(\d+)/.exec(String(locator)) ?? [];
  return line ? `:${line}:${column}` : '';
}

// Libraries after those they include.
function inOrder(folder) {
  const seen = new Set();
  const order = [];
  const visit = (id) => {
    if (seen.has(id) || !existsSync(join(folder, `${id}.cql`))) return;
    seen.add(id);
    for (const [, included] of text(join(folder, `${id}.cql`)).matchAll(/^include (\w+)/gm)) visit(included);
    order.push(id);
  };
  libraryNames(folder).forEach(visit);
  return order;
}

/**
 * Translates every library of a folder.
 * Returns a map from file name (`<Library>.json`) to ELM text; throws BuildFailure with every message of the translator for the first library that
 * has any: it translates a define with an error anew at each reference to it, which takes hours where other libraries build on it.
 */
export function translate(folder) {
  const manager = libraryManager(folder);
  const elm = new Map();
  for (const id of inOrder(folder)) {
    const translator = CqlTranslator.fromText(text(join(folder, `${id}.cql`)), manager);
    const problems = translator.exceptions.asJsReadonlyArrayView()
      .map((problem) => `${id}.cql${position(problem.locator)} ${problem.severity.name}: ${problem.message}`);
    if (problems.length > 0) throw new BuildFailure([...new Set(problems)].join('\n'));
    elm.set(`${id}.json`, pretty(JSON.parse(translator.toJson())));
  }
  return new Map([...elm].sort(([left], [right]) => ordinal(left, right)));
}
