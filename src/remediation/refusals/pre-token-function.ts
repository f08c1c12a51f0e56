import { type DraftRule, refuseFirst, valueIn } from '../draft.ts';

const former = 'LambdaConfig.PreTokenGeneration';
const current = 'LambdaConfig.PreTokenGenerationConfig.LambdaArn';

/** Two rules can ask for two functions where AWS takes one. */
export const preTokenFunction: DraftRule = (draft) => {
  const [formerArn, currentArn] = [valueIn(draft, former), valueIn(draft, current)];
  if (formerArn === null || currentArn === null || formerArn === currentArn) return draft;
  return refuseFirst(draft, [former, current], {
    code: 'pre-token-function',
    reason: 'PreTokenGeneration and PreTokenGenerationConfig must name the same function.',
    next: 'Let the rules on both ask for one function.',
  });
};
