import type { UserPoolOperation } from '../pool/pools.ts';
import type { SettingPath } from '../pool/settings.ts';
import type { Draft } from './draft.ts';
import { mergeMfaConfig } from './merge-mfa-config.ts';
import { mergeUpdate } from './merge-update.ts';
import { callFor, type PlannedCall } from './planned-call.ts';
import { refusalsOfAws } from './refusals/refusal-rules.ts';

/**
 * The calls that carry out a draft, in order. UpdateUserPool goes first, since it brings what MFA needs (a sender, a
 * recovery, a tier); where that would leave the pool for a moment in a state that AWS refuses, because prerequisites
 * are being lowered, MFA goes first.
 */
export const callsFor = (draft: Draft): readonly PlannedCall[] => {
  const operations = (['UpdateUserPool', 'SetUserPoolMfaConfig'] as const).filter((operation) =>
    draft.changes.some(({ setting }) => callFor(setting) === operation),
  );
  const [first, second] = operations;
  // What is settled stands as a whole, so a single call does.
  if (!first || !second) return operations.map((operation) => plannedCall(draft, operation, true));
  const [update, mfa] = [first, second].map((operation) =>
    plannedCall(draft, operation, !isRefusedAlone(draft, operation)),
  ) as [PlannedCall, PlannedCall];
  return !update.standsAlone && mfa.standsAlone ? [mfa, update] : [update, mfa];
};

const plannedCall = (draft: Draft, operation: UserPoolOperation, standsAlone: boolean): PlannedCall => {
  const { snapshot, changes } = draft;
  const own = changes.filter(({ setting }) => callFor(setting) === operation);
  return {
    operation,
    request: operation === 'UpdateUserPool' ? mergeUpdate(snapshot, own) : mergeMfaConfig(snapshot, own),
    settings: own.map(({ setting }): SettingPath => setting),
    standsAlone,
  };
};

/** True where AWS would refuse this call's changes without the other call's. */
const isRefusedAlone = (draft: Draft, operation: UserPoolOperation): boolean => {
  const alone = { ...draft, changes: draft.changes.filter(({ setting }) => callFor(setting) === operation) };
  return refusalsOfAws.some((rule) => rule(alone) !== alone);
};
