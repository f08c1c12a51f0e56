import type { SettingChange } from '../../src/remediation/setting-change.ts';
import { differingLeaves } from './differing-leaves.ts';
import type { Played } from './run-scenario.ts';
import type { Scenario } from './scenario.ts';

/** In place of the id that the sandbox made up. */
const poolId = 'eu-west-1_Checkout1';

/** What came of a scenario, in the form in which a scenario file expects it. */
export const observed = ({ pool, before, after, outcomes, writes, mails }: Played): Scenario['expected'] => {
  const told = outcomes.find(({ kind }) => kind !== 'compliant' && kind !== 'covered');
  const changes = told?.changes ?? [];
  const [mail] = mails;
  const seen: Scenario['expected'] = {
    outcome: told?.kind ?? 'nothing was told',
    changes: changes.flatMap(askedFor),
    couplings: changes.flatMap(forced),
    refusals: (told?.refusals ?? []).map(({ code, settings, reason, next }) => ({
      code,
      settings: [...settings],
      reason,
      next,
    })),
    calls: [...writes],
    notice: { subject: mail?.subject ?? '', settings: settingLines(mail?.body ?? '') },
    differs: differingLeaves(before, after) as Scenario['expected']['differs'],
  };
  return JSON.parse(JSON.stringify(seen).replaceAll(pool.id, poolId)) as Scenario['expected'];
};

type Values = Pick<Scenario['expected']['changes'][number], 'setting' | 'from' | 'to'>;

const values = ({ setting, from, to }: SettingChange): Values => ({ setting, from, to }) as Values;

const askedFor = (change: SettingChange): Scenario['expected']['changes'] =>
  change.because.some(({ kind }) => kind === 'rule')
    ? [{ ...values(change), ...(change.warning !== undefined && { warning: change.warning }) }]
    : [];

const forced = (change: SettingChange): Scenario['expected']['couplings'] =>
  change.because.flatMap((why) =>
    why.kind === 'coupling' ? [{ ...values(change), coupling: why.coupling, forcedBy: why.forcedBy }] : [],
  );

/** The second paragraph of a mail is its settings, indented by two. */
const settingLines = (body: string): string =>
  (body.split('\n\n')[1] ?? '')
    .split('\n')
    .map((line) => `${line.slice(2)}\n`)
    .join('');
