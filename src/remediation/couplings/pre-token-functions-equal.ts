import { changesSetting, type DraftRule, valueIn, withCoupling } from '../draft.ts';

const former = 'LambdaConfig.PreTokenGeneration';
const current = 'LambdaConfig.PreTokenGenerationConfig.LambdaArn';

const because = (forcedBy: typeof former | typeof current) => ({
  coupling: 'pre-token-functions-equal',
  reason: 'AWS takes one function for both places of the pre token generation trigger.',
  forcedBy,
});

/** Where both places of the trigger are set, they must name one function. Source: API reference of LambdaConfig. */
export const preTokenFunctionsEqual: DraftRule = (draft) => {
  const [formerArn, currentArn] = [valueIn(draft, former), valueIn(draft, current)];
  if (formerArn === null || currentArn === null) return draft;
  if (changesSetting(draft, current)) return withCoupling(draft, former, currentArn, because(current));
  return changesSetting(draft, former) ? withCoupling(draft, current, formerArn, because(former)) : draft;
};
