import { type DraftRule, membersIn, refuse } from '../draft.ts';

const firstFactors = 'Policies.SignInPolicy.AllowedFirstAuthFactors';

/** The model has SOFTWARE_TOKEN as a first factor; the API reference says that it isn't supported yet. */
export const unsupportedFactor: DraftRule = (draft) =>
  membersIn(draft, firstFactors).includes('SOFTWARE_TOKEN')
    ? refuse(draft, [firstFactors], {
        code: 'unsupported-factor',
        reason: 'AWS doesn’t support SOFTWARE_TOKEN as a first factor yet.',
        next: 'Take it out of the rule.',
      })
    : draft;
