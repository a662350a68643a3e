// Runs checks one after the other, a line for each: "ok" or "not ok" with the reason. Ends with 1 if any failed.
// A check may return a note, such as that the server does not offer what it is about.
import { randomBytes } from 'node:crypto';

/** What only this run has, for identifiers and names. */
export const own = randomBytes(6).toString('hex');

export const system = 'https://fhirnaltrexone.example.org/test-identifier';

/** A patient of this run. */
export const patient = (value, more = {}) => ({
  resourceType: 'Patient',
  identifier: [{ system, value: `${own}-${value}` }],
  name: [{ family: `Family${own}`, given: ['Ann'] }],
  gender: 'female',
  ...more,
});

/** The bundle entry that creates a resource. */
export const post = (resource, more = {}, request = {}) => ({
  ...more,
  resource,
  request: { method: 'POST', url: resource.resourceType, ...request },
});

/** The error that an action must end with. */
export async function failure(action) {
  try {
    await action();
  } catch (error) {
    return error;
  }

  throw new Error('it succeeded, but must not');
}

export async function run(checks) {
  const state = {};
  let failed = 0;
  for (const [name, check] of Object.entries(checks)) {
    try {
      const note = await check(state);
      console.log(`ok ${name}${typeof note === 'string' ? ` (${note})` : ''}`);
    } catch (error) {
      failed++;
      const answer = error.response?.data ?? error.outcome ?? error.body ?? '';
      console.log(`not ok ${name}: ${`${error.stack}`.replace(/\s+/g, ' ').slice(0, 600)} ${JSON.stringify(answer).slice(0, 600)}`);
    }
  }

  process.exit(failed ? 1 : 0);
}
