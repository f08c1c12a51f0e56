import { inert } from '../report/inert.ts';
import { NotAnswered } from './ask-aws.ts';
import { type Check, ok, unknown, wrong } from './check.ts';

/** How the way of events to a deployment's home stands in one place. */
export type Way =
  | { readonly kind: 'open' }
  | { readonly kind: 'closed'; readonly why: string; readonly todo: string }
  | { readonly kind: 'unknown'; readonly why: string };

/** Looks at a place; where AWS gives no answer it isn't known how it stands. */
export const lookedAt = async (region: string, way: () => Promise<Way>): Promise<Way> => {
  try {
    return await way();
  } catch (error) {
    if (!(error instanceof NotAnswered)) throw error;
    const what = error.isDenied ? `${error.action} is not allowed` : error.message;
    return { kind: 'unknown', why: `${inert(region)}: ${what}` };
  }
};

/**
 * One check of all these places.
 * @param says what is so where the way is open in each
 * @param besides a sentence that holds in any case
 */
export const waysCheck = (
  name: string,
  ways: readonly Way[],
  { says, besides }: { readonly says: string; readonly besides?: string | undefined },
): Check => {
  const closed = ways.filter((way) => way.kind === 'closed');
  const open = ways.filter((way) => way.kind === 'unknown');
  const told = (sentence: string): string => [sentence, ...(besides ? [besides] : [])].join(' ');
  const troubles = `${[...closed, ...open].map(({ why }) => why).join('; ')}.`;
  if (closed.length > 0) {
    const todos = [...new Set(closed.map(({ todo }) => todo))];
    return wrong(name, told(troubles), [...todos, 'docs/deploy.md, Regions'].join('; '));
  }
  if (open.length > 0)
    return unknown(
      name,
      told(troubles),
      'Take the policy cognito-lifeguard-STAGE-REGION-doctor: docs/permissions.md; where an organization closes the Region, take it out of regions.',
    );
  return ok(name, told(says));
};
