import type { z } from 'zod';
import { isJsonObject } from '../../pool/json.ts';
import type { Mistake } from '../mistake.ts';
import { nearestName } from '../nearest-name.ts';
import type { OwnedPools, Owner } from '../owner.ts';
import { mostEmails, ownersSchema, stackGlob } from '../owners-file.ts';
import { compileGlob, globMessage, listsOf } from './compile-scope.ts';
import type { TakenName } from './repeated-names.ts';
import type { LocalMistake } from './rule-requirement.ts';
import { checkSchema } from './schema-mistakes.ts';
import type { YamlSource } from './yaml-source.ts';

/** Checks owners.yaml and compiles it; whatever is wrong in it is found in one go. */
export const compileOwners = (
  source: YamlSource,
): {
  readonly owners: readonly Owner[];
  readonly names: readonly TakenName[];
  readonly mistakes: readonly Mistake[];
} => {
  const { content, mistakes } = checkSchema(ownersSchema, source);
  const raws = rawOwners(source.value);
  const over = firstOverAll(raws);
  const local = raws.flatMap((raw, index) =>
    [...poolMistakes(raw), ...wayMistakes(raw), ...(index === over ? [tooManyEmails] : [])].map(
      ({ in: path, message }): Mistake => ({ ...source.placeOf(['owners', index, ...path]), message }),
    ),
  );
  return {
    owners: (content?.owners ?? []).map((written, index) => ({
      name: written.name,
      pools: poolsOf(written.pools),
      emails: written.emails ?? [],
      ...(written.topic !== undefined && { topic: written.topic }),
      source: source.placeOf(['owners', index]),
    })),
    names: raws.flatMap(({ name }, index): TakenName[] =>
      typeof name === 'string'
        ? [{ of: 'owner', name, source: source.placeOf(['owners', index, 'name']) }]
        : [],
    ),
    mistakes: [...mistakes, ...local],
  };
};

interface RawOwner {
  readonly [member: string]: unknown;
}

const rawOwners = (file: unknown): readonly RawOwner[] =>
  isJsonObject(file) && Array.isArray(file.owners)
    ? file.owners.map((raw: unknown) => (isJsonObject(raw) ? raw : {}))
    : [];

const poolMistakes = ({ pools }: RawOwner): readonly LocalMistake[] => {
  if (!isJsonObject(pools)) return [];
  const { stacks, tags } = pools;
  const globs = (Array.isArray(stacks) ? stacks : []).flatMap((glob: unknown, index): LocalMistake[] =>
    isGlob(glob) && !compileGlob(glob) ? [{ in: ['pools', 'stacks', index], message: globMessage }] : [],
  );
  if (Object.keys(pools).length === 0)
    return [{ in: ['pools'], message: 'pools names no pool: give arns, stacks or tags.' }];
  return isJsonObject(tags) && Object.keys(tags).length === 0
    ? [...globs, { in: ['pools', 'tags'], message: 'tags must not be empty: every pool would be theirs.' }]
    : globs;
};

/** True for what the schema takes: it reports the rest. */
const isGlob = (written: unknown): written is string => stackGlob.safeParse(written).success;

const ways = ['emails', 'topic'];

/** The schema reports a misspelt member; that it is missing would be the same mistake twice. */
const wayMistakes = (raw: RawOwner): readonly LocalMistake[] =>
  Object.keys(raw).length === 0 || Object.keys(raw).some((member) => nearestName(member, ways) !== undefined)
    ? []
    : [{ in: [], message: 'Nobody can be told: give emails, a topic, or both.' }];

const tooManyEmails: LocalMistake = {
  in: ['emails'],
  message: `Here the addresses of all owners become more than ${mostEmails}: give a mailing list's address in place of its members'.`,
};

/** The index of the owner with whom the addresses become too many; -1 where they don't. */
const firstOverAll = (raws: readonly RawOwner[]): number => {
  let sum = 0;
  return raws.findIndex(({ emails }) => {
    sum += Array.isArray(emails) ? emails.length : 0;
    return sum > mostEmails;
  });
};

const poolsOf = ({
  arns,
  stacks,
  tags,
}: z.infer<typeof ownersSchema>['owners'][number]['pools']): OwnedPools => ({
  ...(arns && { arns }),
  ...(stacks && { stacks: stacks.map(compileGlob).filter((glob) => glob !== undefined) }),
  ...(tags && { tags: listsOf(tags) }),
});
