import type { Sandbox } from '../../sandbox/sandbox.ts';

/** Where a deployment in the sandbox lives. */
export const sandboxRegion = 'eu-west-1';

/** The Regions that it looks after, home first. An account in the sandbox has enabled one more. */
export const sandboxRegions: readonly string[] = [sandboxRegion, 'us-east-1'];

/** The access key that Lifeguard's own calls are signed with. */
export const lifeguardKey = 'AKIALIFEGUARD';

/** SDK settings that lead to a sandbox in the same process, signing with an access key that it knows. */
export const sandboxSettings = ({ url }: Sandbox, accessKeyId: string) => ({
  endpoint: url,
  region: sandboxRegion,
  credentials: { accessKeyId, secretAccessKey: 'sandbox' },
});

/** The name of the queue that takes what another one couldn't hand on. */
export const deadLettersOf = (queue: string): string => `${queue}-dead-letters`;
