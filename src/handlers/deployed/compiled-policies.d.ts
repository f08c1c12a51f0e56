/** What the build puts in the place of the policy files: see build/compiled-policies-plugin.ts. */
declare module 'lifeguard:policies' {
  import type { PolicySet } from '../../policy/policy.ts';

  const policies: PolicySet;
  export default policies;
}
