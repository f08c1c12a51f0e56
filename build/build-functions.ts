import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPolicies } from '../src/policy/load-policies.ts';
import type { Mistake } from '../src/policy/mistake.ts';
import { codeDigest } from './code-digest.ts';
import { bundleFunction, type FunctionBundle } from './function-bundle.ts';

/** Policy files that don't load: the message has a line for every mistake, `file:line:column what is wrong`. */
export class PolicyMistakesError extends Error {
  override readonly name = 'PolicyMistakesError';
}

/** What a build made, and what the authors of the policy files should hear all the same, a line each. */
export interface FunctionsBuild {
  readonly bundles: readonly FunctionBundle[];
  /** Of the code in them: build/code-digest.ts. */
  readonly codeDigest: string;
  readonly warnings: readonly string[];
}

const root = fileURLToPath(new URL('..', import.meta.url));
const functions = ['on-pool-change', 'on-sweep', 'on-notice'];

const asLine = ({ file, line, column, message, isFolder }: Mistake): string =>
  isFolder ? message : `${file}:${line}:${column} ${message}`;

/**
 * Bundles every function into `into`, with the policy files of the folder `policies` compiled in.
 * Throws a PolicyMistakesError, before any file is written, when a policy file has mistakes.
 */
export const buildFunctions = async (
  policies = 'policies',
  into: string = join(root, 'dist/functions'),
): Promise<FunctionsBuild> => {
  const loaded = await loadPolicies(policies);
  if (loaded.kind === 'mistakes') throw new PolicyMistakesError(loaded.mistakes.map(asLine).join('\n'));
  const bundles = await Promise.all(
    functions.map((name) =>
      bundleFunction(
        join(root, `src/handlers/deployed/${name}.ts`),
        join(into, `${name}.mjs`),
        loaded.policies,
      ),
    ),
  );
  return { bundles, codeDigest: await codeDigest(bundles), warnings: loaded.warnings.map(asLine) };
};

// Not awaited here: the framework loads its plugin, and so this module, with `require`.
if (import.meta.main)
  buildFunctions().then(
    ({ warnings }) => {
      for (const warning of warnings) console.warn(`warning: ${warning}`);
    },
    (error: unknown) => {
      console.error(error instanceof PolicyMistakesError ? error.message : error);
      process.exitCode = 1;
    },
  );
