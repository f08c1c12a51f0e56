import { CloudTrailClient, type CloudTrailClientConfig } from '@aws-sdk/client-cloudtrail';
import { NotAnswered } from '../src/cli/doctor/ask-aws.ts';
import { type TrailUse, trailUses } from '../src/cli/doctor/trail-uses.ts';

/** What the trails of the account say to a deployment, before it begins. */
export type TrailsSay =
  | { readonly kind: 'go' }
  /** The sentence says why no trail is made, and what to do. */
  | { readonly kind: 'refuse'; readonly because: string }
  /** The sentence says that nothing will arrive. */
  | { readonly kind: 'warn'; readonly because: string };

/**
 * Whether a deployment may make a trail, which it may where no other one logs management events that write: a second one
 * costs for each event. Where none is asked for, whether there is one at all.
 * @param config with the Region and the credentials of the deployment
 * @param own the name of the trail that this deployment makes, and may have made before
 */
export const checkTrails = async (
  config: CloudTrailClientConfig & { readonly region: string },
  { createTrail, own }: { readonly createTrail: boolean; readonly own: string },
): Promise<TrailsSay> => {
  try {
    const uses = await trailUses(new CloudTrailClient(config));
    return createTrail
      ? mayMake(uses.filter((use) => !isOwn(use, config.region, own)))
      : seen(uses, config.region);
  } catch (error) {
    if (!(error instanceof NotAnswered)) throw error;
    return createTrail
      ? refusal(`whether another trail logs already can't be seen: ${error.message}`, error)
      : { kind: 'go' };
  }
};

// That of the same name in another Region is another deployment's, and the organization's has another account.
const isOwn = ({ arn }: TrailUse, region: string, own: string): boolean =>
  arn.split(':')[3] === region && arn.endsWith(`:trail/${own}`);

const mayMake = (others: readonly TrailUse[]): TrailsSay => {
  const logging = others.find(({ kind }) => kind === 'logs');
  if (logging?.kind === 'logs')
    return {
      kind: 'refuse',
      because: `createTrail: the trail ${logging.trail} (${logging.arn}) logs management events that write already, so no other is needed; deploy without createTrail`,
    };
  const open = others.find((use) => use.kind === 'unknown');
  return open ? refusal(`whether a trail logs already can't be seen: ${open.why}`, open) : { kind: 'go' };
};

const refusal = (why: string, { action }: { readonly action?: string }): TrailsSay => ({
  kind: 'refuse',
  because: `createTrail: ${why}; ${nextStep(why, action)}, or deploy without createTrail`,
});

const nextStep = (why: string, action?: string): string => {
  if (/credentials/i.test(why)) return 'set AWS_PROFILE, or sign in with aws sso login';
  return action === undefined ? 'try again' : `add ${action} to what you may do`;
};

const seen = (uses: readonly TrailUse[], region: string): TrailsSay =>
  uses.every(({ kind }) => kind === 'not')
    ? {
        kind: 'warn',
        because: `No trail logs management events that write in ${region}, so Lifeguard will hear of no change but by its sweeps. Have a trail log them, or deploy with --param="createTrail=true": docs/deploy.md.`,
      }
    : { kind: 'go' };
