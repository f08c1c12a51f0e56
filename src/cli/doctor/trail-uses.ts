import {
  type CloudTrailClient,
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
  type Trail,
} from '@aws-sdk/client-cloudtrail';
import { inert } from '../report/inert.ts';
import { askAws, NotAnswered } from './ask-aws.ts';
import { selectsWrites } from './selects-writes.ts';

/** What one trail does for us, and why it doesn't. */
export type TrailUse =
  | {
      readonly kind: 'logs';
      readonly trail: string;
      readonly arn: string;
      /** Where it is changed, and where that is recorded. */
      readonly homeRegion: string;
    }
  | { readonly kind: 'not'; readonly why: string; readonly arn: string }
  | { readonly kind: 'unknown'; readonly why: string; readonly arn: string; readonly action?: string };

/**
 * What each trail that records the client's Region does for us: those of other Regions that record it too, and those of
 * the organization, are among them, since EventBridge gets events of a call where any trail records it.
 * @throws NotAnswered where the trails can't be listed
 */
export const trailUses = async (client: CloudTrailClient): Promise<readonly TrailUse[]> => {
  const { trailList = [] } = await askAws(
    'cloudtrail:DescribeTrails',
    client.send(new DescribeTrailsCommand({ includeShadowTrails: true })),
  );
  const uses: TrailUse[] = [];
  for (const trail of trailList) uses.push(await useOf(client, trail));
  return uses;
};

const useOf = async (client: CloudTrailClient, trail: Trail): Promise<TrailUse> => {
  const shown = inert(trail.Name ?? '');
  // Shadow trails are asked about by ARN.
  const arn = trail.TrailARN ?? trail.Name ?? '';
  try {
    const { IsLogging } = await askAws(
      'cloudtrail:GetTrailStatus',
      client.send(new GetTrailStatusCommand({ Name: arn })),
    );
    if (!IsLogging) return { kind: 'not', why: `${shown} is turned off`, arn };
    const selectors = await askAws(
      'cloudtrail:GetEventSelectors',
      client.send(new GetEventSelectorsCommand({ TrailName: arn })),
    );
    return selectsWrites(selectors, 'cognito-idp.amazonaws.com')
      ? { kind: 'logs', trail: shown, arn, homeRegion: trail.HomeRegion ?? '' }
      : { kind: 'not', why: `${shown} does not select management events that write`, arn };
  } catch (error) {
    if (!(error instanceof NotAnswered)) throw error;
    const what = error.isDenied ? `${error.action} is not allowed` : error.message;
    return {
      kind: 'unknown',
      why: `${shown}: ${what}`,
      arn,
      ...(error.isDenied && { action: error.action }),
    };
  }
};
