import { moment } from '../../history/times.ts';
import { commands } from '../../notify/commands.ts';
import type { PoolRef } from '../../pool/pool-ref.ts';
import type { Rest } from '../by-hand/rest-for-undo.ts';
import { inert } from './inert.ts';

/**
 * What holds after an undo: how long its rules rest, what ends that, and what makes it last.
 * @param asksForExemption true where the entries to ask for follow
 */
export const restText = (pool: PoolRef, { rules, until }: Rest, asksForExemption: boolean): string =>
  [
    '',
    `Until ${moment(until)} Lifeguard leaves the pool so: ${rules.length === 1 ? 'the rule' : 'the rules'} ${inert(rules.join(', '))} ${rules.length === 1 ? 'rests' : 'rest'} on it. What somebody makes worse meanwhile is put right.`,
    `To end the rest before: ${inert(commands.resumeAfterUndo(pool))}`,
    ...(asksForExemption
      ? [
          'To keep the pool so for longer, have this merged into policies/exemptions.yaml and deployed by then:',
          '',
        ]
      : []),
  ].join('\n');
