/** What the build puts in the place of the policy files: see build/compiled-policies-plugin.ts. */
declare module 'lifeguard:policies' {
  import type { Owner } from '../../policy/owner.ts';
  import type { PolicySet } from '../../policy/policy.ts';

  const policies: PolicySet;
  export default policies;
  /** Those of the policies: a bundle that imports nothing else has nothing else of the files in it. */
  export const owners: readonly Owner[];
  export const digest: string;
}
