import { callerOf } from '../change/call-groups.ts';
import type { Actor } from '../change/cause.ts';
import type { SettingValue } from '../pool/setting-value.ts';
import type { Claimed, Remark } from '../remediation/remark.ts';

/** How what a pool or a caller chose is made fit to leave. */
export interface Visibly {
  readonly value: (path: string, whole: SettingValue) => SettingValue;
  readonly text: (path: string, whole: string) => string;
  readonly cut: (whole: string) => string;
  readonly actor: (whole: Actor) => Actor;
}

/** More would make a message that SQS refuses; a mail names fewer. */
const mostClaims = 50;
const mostActors = 20;

/** A remark as it may leave. */
export const visibleRemark = (remark: Remark, visibly: Visibly): Remark => {
  const { value, text, cut, actor } = visibly;
  switch (remark.kind) {
    case 'put-back':
      return {
        ...remark,
        claims: distinctClaims(remark.claims)
          .slice(0, mostClaims)
          .map((claim) => ({
            ...claim,
            claimed: value(claim.setting, claim.claimed),
            required: text(claim.setting, claim.required),
            actor: actor(claim.actor),
          })),
      };
    case 'war':
      return {
        ...remark,
        actors: remark.actors.slice(0, mostActors).map(actor),
        ...(remark.stack !== undefined && { stack: cut(remark.stack) }),
      };
    case 'lost-update':
      return {
        ...remark,
        actor: actor(remark.actor),
        settings: remark.settings.map(({ setting, ours, theirs }) => ({
          setting,
          ours: value(setting, ours),
          theirs: value(setting, theirs),
        })),
      };
    case 'denied':
      return { ...remark, error: cut(remark.error) };
    case 'changed-unseen':
    case 'newly-refused':
    case 'still-wrong':
    case 'brought-back':
    case 'back-in-compliance':
    case 'war-over':
    case 'left-scope':
    case 'memory-lost':
      return remark;
  }
};

/** Who asks again and again for the same asked for it once. */
const distinctClaims = (claims: readonly Claimed[]): readonly Claimed[] =>
  [
    ...Map.groupBy(claims, ({ rule, setting, actor }) => JSON.stringify([rule, setting, callerOf(actor)])),
  ].flatMap(([, [first]]) => first ?? []);
