import type { Remark } from '../../remediation/remark.ts';
import type { LookFacts } from '../notice-facts.ts';
import { backInCompliance } from './back-in-compliance.ts';
import { broughtBack } from './brought-back.ts';
import { changedUnseen } from './changed-unseen.ts';
import { denied } from './denied.ts';
import { leftScope } from './left-scope.ts';
import { lostUpdate } from './lost-update.ts';
import { memoryLost } from './memory-lost.ts';
import { newlyRefused } from './newly-refused.ts';
import { putBack } from './put-back.ts';
import type { RemarkStory } from './remark-story.ts';
import { stillWrong } from './still-wrong.ts';
import { war } from './war.ts';
import { warOver } from './war-over.ts';

/** Of several remarks the first of these leads. */
const gravestFirst: readonly Remark['kind'][] = [
  'memory-lost',
  'lost-update',
  'war',
  'newly-refused',
  'changed-unseen',
  'brought-back',
  'still-wrong',
  'left-scope',
  'put-back',
  'denied',
  'war-over',
  'back-in-compliance',
];

const storyOf = (remark: Remark, facts: LookFacts): RemarkStory => {
  switch (remark.kind) {
    case 'memory-lost':
      return memoryLost(facts);
    case 'lost-update':
      return lostUpdate(remark, facts);
    case 'war':
      return war(remark, facts);
    case 'newly-refused':
      return newlyRefused(remark, facts);
    case 'changed-unseen':
      return changedUnseen(remark, facts);
    case 'brought-back':
      return broughtBack(remark, facts);
    case 'still-wrong':
      return stillWrong(remark, facts);
    case 'left-scope':
      return leftScope(remark, facts);
    case 'put-back':
      return putBack(remark, facts);
    case 'denied':
      return denied(remark, facts);
    case 'back-in-compliance':
      return backInCompliance(remark, facts);
    case 'war-over':
      return warOver(remark, facts);
  }
};

/** What the remarks of a look add to its notice, the gravest first. */
export const remarkStories = (facts: LookFacts): readonly RemarkStory[] =>
  facts.outcome.remarks
    .toSorted((left, right) => gravestFirst.indexOf(left.kind) - gravestFirst.indexOf(right.kind))
    .map((remark) => storyOf(remark, facts));
