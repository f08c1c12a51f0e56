import {
  CloudTrailClient,
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
  type Trail,
} from '@aws-sdk/client-cloudtrail';
import { inert } from '../report/inert.ts';
import { askAws, NotAnswered } from './ask-aws.ts';
import { type Check, ok, unknown, wrong } from './check.ts';
import { selectsWrites } from './selects-writes.ts';

const todo =
  'Have a trail log management events, write at least: docs/deploy.md. Without one EventBridge gets no event of a call.';

/** What one trail does for us, and why it doesn't. */
type Use =
  | { readonly kind: 'logs'; readonly trail: string }
  | { readonly kind: 'not'; readonly why: string }
  | { readonly kind: 'unknown'; readonly why: string; readonly action?: string };

/**
 * Whether a trail records the calls of this Region that change pools. Shadow trails are asked about by ARN, and those of
 * the organization count: EventBridge gets events of a call where any trail records it.
 * @param name what the check is called
 */
export const trailCheck = async (name: string, region: string): Promise<Check> => {
  const client = new CloudTrailClient({ region });
  const { trailList = [] } = await askAws(
    'cloudtrail:DescribeTrails',
    client.send(new DescribeTrailsCommand({ includeShadowTrails: true })),
  );
  if (trailList.length === 0) return wrong(name, `No trail records ${inert(region)}.`, todo);
  const uses: Use[] = [];
  for (const trail of trailList) {
    const use = await useOf(client, trail);
    if (use.kind === 'logs')
      return ok(name, `The trail ${use.trail} logs writing calls of ${inert(region)}.`);
    uses.push(use);
  }
  const open = uses.filter((use) => use.kind === 'unknown');
  const reasons = uses.map((use) => (use.kind === 'logs' ? '' : use.why)).join('; ');
  if (open.length === 0)
    return wrong(name, `No trail logs writing calls of ${inert(region)}: ${reasons}.`, todo);
  const actions = [...new Set(open.flatMap((use) => ('action' in use && use.action ? [use.action] : [])))];
  return unknown(
    name,
    `Whether a trail logs writing calls of ${inert(region)} can't be seen: ${reasons}.`,
    actions.length === 0 ? 'Ask whoever runs the trail.' : `Add ${actions.join(' and ')} to what you may do.`,
  );
};

const useOf = async (client: CloudTrailClient, trail: Trail): Promise<Use> => {
  const shown = inert(trail.Name ?? '');
  const arn = trail.TrailARN ?? trail.Name;
  try {
    const { IsLogging } = await askAws(
      'cloudtrail:GetTrailStatus',
      client.send(new GetTrailStatusCommand({ Name: arn })),
    );
    if (!IsLogging) return { kind: 'not', why: `${shown} is turned off` };
    const selectors = await askAws(
      'cloudtrail:GetEventSelectors',
      client.send(new GetEventSelectorsCommand({ TrailName: arn })),
    );
    return selectsWrites(selectors, 'cognito-idp.amazonaws.com')
      ? { kind: 'logs', trail: shown }
      : { kind: 'not', why: `${shown} does not select management events that write` };
  } catch (error) {
    if (!(error instanceof NotAnswered)) throw error;
    const what = error.isDenied ? `${error.action} is not allowed` : error.message;
    return { kind: 'unknown', why: `${shown}: ${what}`, ...(error.isDenied && { action: error.action }) };
  }
};
