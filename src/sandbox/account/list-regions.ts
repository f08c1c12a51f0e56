import { type Answer, answered, type Refused, refused } from '../answer.ts';
import type { Call } from '../call.ts';
import { defined, type JsonObject, numberAt, stringAt, stringsAt } from '../json.ts';
import type { AccountWorld } from './account.ts';
import { OPT_STATUSES } from './regions.ts';

/** MaxResults is 1 to 50: service model of Account Management, 2021-02-01. */
const MOST_IN_A_PAGE = 50;

/** ListRegions: a page of the account's Regions, with the opt-in statuses that were asked for or with all. */
export function listRegions({ regions }: AccountWorld, { input }: Call): Answer {
  const broken = brokenMember(input);
  if (broken) return broken;
  // The caller's own account is a standalone one here, and isn't named: API reference of ListRegions, AccountId.
  if (stringAt(input, 'AccountId') !== undefined)
    return refused('AccessDeniedException', 'User is not authorized to access this resource.', 403);
  const asked = stringsAt(input, 'RegionOptStatusContains');
  const listed = regions.filter(({ status }) => asked.length === 0 || asked.includes(status));
  const token = stringAt(input, 'NextToken');
  const start = token === undefined ? 0 : listed.findIndex(({ name }) => name === token) + 1;
  if (token !== undefined && start === 0) return invalid('The NextToken is invalid.');
  const page = listed.slice(start, start + (numberAt(input, 'MaxResults') ?? MOST_IN_A_PAGE));
  const isMore = start + page.length < listed.length;
  return answered(
    defined({
      Regions: page.map(({ name, status }) => ({ RegionName: name, RegionOptStatus: status })),
      NextToken: isMore ? page.at(-1)?.name : undefined,
    }),
  );
}

function brokenMember({ AccountId, MaxResults, NextToken, RegionOptStatusContains }: JsonObject) {
  if (AccountId !== undefined && !(typeof AccountId === 'string' && /^\d{12}$/.test(AccountId)))
    return invalid('AccountId must match ^\\d{12}$.');
  const isCount = typeof MaxResults === 'number' && Number.isInteger(MaxResults);
  if (MaxResults !== undefined && !(isCount && MaxResults >= 1 && MaxResults <= MOST_IN_A_PAGE))
    return invalid('MaxResults must be between 1 and 50.');
  if (NextToken !== undefined && !(typeof NextToken === 'string' && NextToken.length <= 1000))
    return invalid('NextToken must have at most 1000 characters.');
  if (RegionOptStatusContains === undefined) return undefined;
  const known: readonly unknown[] = OPT_STATUSES;
  return Array.isArray(RegionOptStatusContains) &&
    RegionOptStatusContains.every((each) => known.includes(each))
    ? undefined
    : invalid(`RegionOptStatusContains must have values of [${OPT_STATUSES.join(', ')}].`);
}

function invalid(message: string): Refused {
  return refused('ValidationException', message);
}
