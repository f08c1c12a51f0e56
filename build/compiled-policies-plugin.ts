import type { Plugin } from 'esbuild';
import type { PolicySet } from '../src/policy/policy.ts';

/**
 * Resolves the import `lifeguard:policies` to a module whose default export is `policies` as plain JSON:
 * what deploys parses no YAML and can't meet a bad policy file.
 */
export const compiledPoliciesPlugin = (policies: PolicySet): Plugin => ({
  name: 'compiled-policies',
  setup(build) {
    build.onResolve({ filter: /^lifeguard:policies$/ }, ({ path }) => ({
      path,
      namespace: 'compiled-policies',
    }));
    build.onLoad({ filter: /.*/, namespace: 'compiled-policies' }, () => ({
      contents: JSON.stringify(policies),
      loader: 'json',
    }));
  },
});
