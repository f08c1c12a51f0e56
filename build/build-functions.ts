import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPolicies } from '../src/policy/load-policies.ts';
import { bundleFunction, type FunctionBundle } from './function-bundle.ts';

/** Policy files that don't load: the message has a line for every mistake, `file:line:column what is wrong`. */
export class PolicyMistakesError extends Error {
  override readonly name = 'PolicyMistakesError';
}

const root = fileURLToPath(new URL('..', import.meta.url));
const functions = ['on-pool-change', 'on-notice'];

/**
 * Bundles every function into `into`, with the policy files of the folder `policies` compiled in.
 * Throws a PolicyMistakesError, before any file is written, when a policy file has mistakes.
 */
export const buildFunctions = async (
  policies = 'policies',
  into: string = join(root, 'dist/functions'),
): Promise<readonly FunctionBundle[]> => {
  const loaded = await loadPolicies(policies);
  if (loaded.kind === 'mistakes') {
    const lines = loaded.mistakes.map((m) => `${m.file}:${m.line}:${m.column} ${m.message}`);
    throw new PolicyMistakesError(lines.join('\n'));
  }
  return Promise.all(
    functions.map((name) =>
      bundleFunction(
        join(root, `src/handlers/deployed/${name}.ts`),
        join(into, `${name}.mjs`),
        loaded.policies,
      ),
    ),
  );
};

// Not awaited here: the framework loads its plugin, and so this module, with `require`.
if (import.meta.main)
  buildFunctions().catch((error: unknown) => {
    console.error(error instanceof PolicyMistakesError ? error.message : error);
    process.exitCode = 1;
  });
