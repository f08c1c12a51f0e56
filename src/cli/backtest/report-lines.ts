import { visibleText, visibleValue } from '../../notify/hidden-value.ts';
import type { Policy, Rule } from '../../policy/policy.ts';
import type { SourceTool } from '../../pool/source-property.ts';
import type { Caller } from './caller.ts';
import {
  type RecordedChange,
  type UndeterminedReason,
  undeterminedReasons,
  type Verdict,
} from './judge-change.ts';
import type { BacktestReport } from './report.ts';

// The lines of a report as they are before anything is counted.

type Counts<Name extends string> = { [name in Name]: number };

/** A line of a report. */
export type Line<Name extends 'pools' | 'rules' | 'actors'> = BacktestReport[Name][number];

export const noTools = (): Counts<SourceTool> => ({ CloudFormation: 0, Terraform: 0 });

export const noReasons = (): Counts<UndeterminedReason> =>
  Object.fromEntries(undeterminedReasons.map((reason) => [reason, 0])) as Counts<UndeterminedReason>;

export const ruleStart = (policy: Policy, rule: Rule): Line<'rules'> => ({
  rule: rule.id,
  policy: policy.name,
  at: `${rule.source.file}:${rule.source.line}`,
  severity: rule.severity,
  mode: rule.mode === 'remediate' ? 'remediate' : 'notify',
  setting: rule.setting,
  required: visibleText(rule.setting, rule.required),
  forbidden: 0,
  exempted: 0,
  satisfied: 0,
  undetermined: noReasons(),
});

export const poolStart = ({ pool, accountId, region }: RecordedChange): Line<'pools'> => ({
  pool: pool?.id ?? null,
  accountId,
  region,
  changes: 0,
  forbidden: 0,
  rules: [],
});

export const actorStart = ({ name, identity }: Caller): Line<'actors'> => ({
  caller: name,
  identity,
  changes: 0,
  forbidden: 0,
  forbiddenByTools: noTools(),
});

/** Adds what was forbidden to a pool's line: how often, and what was asked for last. */
export const noteForbidden = (
  pool: Line<'pools'>,
  { rule, value, required }: Extract<Verdict, { status: 'forbidden' | 'exempted' }>,
  { cause }: RecordedChange,
  caller: Caller,
): void => {
  const last = {
    at: cause.eventTime,
    call: cause.call,
    caller: caller.name,
    value: settled(visibleValue(rule.setting, value)),
    required: visibleText(rule.setting, required),
  };
  const known = pool.rules.find((each) => each.rule === rule.id);
  if (!known) pool.rules.push({ rule: rule.id, setting: rule.setting, forbidden: 1, last });
  else {
    known.forbidden += 1;
    if (last.at > known.last.at) known.last = last;
  }
};

/** A value as the schema has it, whose lists aren't read-only. */
const settled = (value: ReturnType<typeof visibleValue>): Line<'pools'>['rules'][number]['last']['value'] =>
  Array.isArray(value) ? [...value] : (value as Exclude<typeof value, readonly string[]>);
