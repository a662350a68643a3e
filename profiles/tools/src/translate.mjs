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

/**
 * Translates every library of a folder.
 * Returns a map from file name (`<Library>.json`) to ELM text; throws BuildFailure with every message of the translator.
 */
export function translate(folder) {
  const manager = libraryManager(folder);
  const elm = new Map();
  const problems = [];
  for (const id of libraryNames(folder)) {
    const translator = CqlTranslator.fromText(text(join(folder, `${id}.cql`)), manager);
    for (const problem of translator.exceptions.asJsReadonlyArrayView())
      problems.push(`${id}.cql${position(problem.locator)} ${problem.severity.name}: ${problem.message}`);
    elm.set(`${id}.json`, pretty(JSON.parse(translator.toJson())));
  }
  if (problems.length > 0) throw new BuildFailure([...new Set(problems)].join('\n'));
  return elm;
}
