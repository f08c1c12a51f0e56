import { after, hour } from '../../../src/history/times.ts';
import { poolRef } from '../../../src/pool/pool-ref.ts';
import { accountId, region } from '../world/cognito-in-time.ts';
import type { Stage } from '../world/stage.ts';

const by = `arn:aws:sts::${accountId}:assumed-role/Operator/on-call`;

/** Asks something of Lifeguard's memory: a pause, that debt be put right, that a rule rest, that a breaker close. */
export const askSomething = async (stage: Stage): Promise<void> => {
  const { time, chance, cognito, ledgers, newId, queues, observed } = stage;
  const at = time.now().toISOString();
  const pools = cognito.pools.list(region);
  const { id } = chance.pick(pools);
  const pool = poolRef(accountId, region, id);
  const asked = { id: newId(), by, at };
  const what = chance.pick(['pause', 'pause', 'accept', 'accept', 'rest', 'close-breaker']);
  if (what === 'pause') {
    const until = after(at, chance.between(1, 6) * hour);
    const isWhole = chance.happens(0.2);
    await ledgers.desk.pause({ ...asked, until, reason: 'maintenance', ...(!isWhole && { pool: pool.arn }) });
    const sweeps = queues.wired('sweeps', region);
    queues.send(sweeps, JSON.stringify({ schema: 'cognito-lifeguard/sweep/1', kind: 'check-pauses' }));
  } else if (what === 'accept') {
    const rules = Object.keys((await ledgers.desk.pool(pool))?.history?.debt ?? {});
    if (rules.length > 0) await ledgers.desk.ask(pool, { ...asked, kind: 'accept', rules });
  } else if (what === 'rest') {
    const until = after(at, 24 * hour);
    await ledgers.desk.ask(pool, { ...asked, kind: 'rest', rules: ['symbols'], outcome: 'none', until });
  } else {
    const { closings } = observed;
    closings.set(pool.arn, [...(closings.get(pool.arn) ?? []), time.now().getTime()]);
    await ledgers.desk.ask(pool, { ...asked, kind: 'close-breaker' });
  }
};
