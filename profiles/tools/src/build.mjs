// Builds profiles/generated from profiles/input. Without an argument everything; --cql only the ELM.
import { join } from 'node:path';
import { BuildFailure, empty, profiles, write } from './files.mjs';
import { translate } from './translate.mjs';

const generated = join(profiles, 'generated');

function buildElm(target) {
  const elm = translate(join(profiles, 'input', 'cql'));
  empty(join(target, 'elm'));
  for (const [file, content] of elm) write(join(target, 'elm', file), content);
  console.log(`elm: ${elm.size} libraries`);
}

try {
  buildElm(generated);
} catch (failure) {
  if (!(failure instanceof BuildFailure)) throw failure;
  console.error(failure.message);
  process.exitCode = 1;
}
