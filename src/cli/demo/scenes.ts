import { formerPlaceOf, settingAt } from '../../pool/settings.ts';
import type { Outcome, OutcomeKind } from '../../remediation/outcome.ts';
import { deliveryText } from '../report/delivery-text.ts';
import { outcomeText } from '../report/outcome-text.ts';
import { paint } from '../report/paint.ts';
import { columnsOf } from '../terminal/print.ts';
import { aRealisticPool } from './a-realistic-pool.ts';
import { changedLeaves } from './changed-leaves.ts';
import { oneLineFix } from './one-line-fix.ts';
import { keys } from './people.ts';
import type { Stage } from './stage.ts';
import { createPool, updatePool, weakening } from './weaken.ts';

type Say = (text: string) => void;

const title = (number: number, text: string): string => `\n${paint.title(`${number}  ${text}`)}\n`;

/** The newest outcome of one of these kinds; our own write comes back as an event of its own, and is compliant. */
const newest = (stage: Stage, ...kinds: readonly OutcomeKind[]): Outcome => {
  const outcome = stage.outcomes.findLast(({ kind }) => kinds.includes(kind));
  if (!outcome) throw new Error(`Lifeguard came to no outcome that is ${kinds.join(' or ')}.`);
  return outcome;
};

/** A pool is weakened in five places, put right, and told about. @returns the pool's id */
export const rescue = async (stage: Stage, say: Say): Promise<string> => {
  const { sandbox } = stage;
  const developer = stage.client(keys.developer);
  const id = await createPool(developer, aRealisticPool);
  await sandbox.settled();
  const calledAt = performance.now();
  await updatePool(developer, weakening(id));
  await sandbox.settled();
  const seconds = (performance.now() - calledAt) / 1000;

  const outcome = newest(stage, 'remediated', 'partly');
  say(title(1, 'Somebody weakens a user pool, and it is put right'));
  const [cause] = outcome.causes;
  if (cause?.kind === 'call')
    say(`  ${paint.strong(cause.call)} by ${paint.warning(cause.actor.arn ?? 'somebody')}\n`);
  say(outcomeText(outcome));
  say(`  From the call to the fix, verified and told: ${seconds.toFixed(2)} s.`);

  say(title(2, 'Nothing else moved'));
  const written = stage.writes.at(-1);
  if (!written) throw new Error('Lifeguard wrote nothing.');
  const { changed, total } = changedLeaves(written.before, written.after);
  const planned = outcome.changes.flatMap(({ setting }) => [
    setting,
    formerPlaceOf(settingAt(setting))?.path,
  ]);
  const besides = changed.filter((path) => !planned.some((name) => name === path));
  say(`  The pool just before our write and just after it, compared leaf by leaf (${total} leaves):`);
  say(
    `  ${paint.good(`${outcome.changes.length} settings changed as planned, ${besides.length} leaves changed besides.`)}`,
  );
  const scanners = await oneLineFix();
  const harm = scanners.filter((path) => path !== 'Policies.PasswordPolicy.MinimumLength');
  say('\n  The one-line fix that scanners print, on a twin of this pool, by AWS’s documentation:');
  say(paint.faint('  aws cognito-idp update-user-pool --policies PasswordPolicy={MinimumLength=14}'));
  say(`  ${paint.bad(`1 setting fixed, ${harm.length} others changed with it`)}:`);
  say(`    ${summary(harm)}`);

  say(title(3, 'Security people hear of it'));
  for (const delivery of sandbox.deliveries.slice(-2))
    say(`${deliveryText(delivery, columnsOf(process.stdout))}\n`);
  return id;
};

/** Names the structures that were hit, most hit first. */
const summary = (paths: readonly string[]): string => {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const top = path.split('.')[0] ?? path;
    counts.set(top, (counts.get(top) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, left], [, right]) => right - left)
    .map(([top, count]) => (count === 1 ? top : `${top} (${count})`))
    .join(', ');
};

/** A change that policy has nothing against costs two reads, and nobody hears of it. */
export const harmlessChange = async (stage: Stage, id: string, say: Say): Promise<void> => {
  const pipeline = stage.client(keys.pipeline);
  const before = stage.calls();
  const told = stage.sandbox.deliveries.length;
  const { UserPoolId, ...settings } = { ...weakening(id), ...aRealisticPool };
  const { UsernameAttributes, ...rest } = settings;
  await updatePool(pipeline, {
    ...rest,
    UserPoolId: id,
    UserPoolTags: { ...rest.UserPoolTags, release: '118' },
  });
  await stage.sandbox.settled();
  const after = stage.calls();

  say(title(4, 'A harmless change costs nothing'));
  say(
    `  ${paint.strong('UpdateUserPool')} by the deploy pipeline adds a tag: ${newest(stage, 'compliant').kind}.`,
  );
  say(
    `  ${paint.good(`${after.reads - before.reads} reads, ${after.writes - before.writes} writes, ${stage.sandbox.deliveries.length - told} messages.`)}`,
  );
};

/** What AWS would refuse, or what would cost money, is not tried: people are told what to do. */
export const refusal = async (stage: Stage, say: Say): Promise<void> => {
  const { UserPoolAddOns, ...settings } = aRealisticPool;
  const { PasswordHistorySize, ...passwords } = settings.Policies?.PasswordPolicy ?? {};
  await createPool(stage.client(keys.developer), {
    ...settings,
    PoolName: 'marketing-campaign',
    Policies: { ...settings.Policies, PasswordPolicy: passwords },
    UserPoolTier: 'ESSENTIALS',
  });
  await stage.sandbox.settled();
  say(title(5, 'What can’t be put right is said, with what to do'));
  say(outcomeText(newest(stage, 'refused', 'partly')));
};
