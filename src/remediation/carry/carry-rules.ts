import { acrWithoutDefaults } from './acr-without-defaults.ts';
import { awsTagsLeftToAws } from './aws-tags-left-to-aws.ts';
import type { CarryStep } from './carry-rule.ts';
import { clientRegistrationKept } from './client-registration-kept.ts';
import { emptyListsKept } from './empty-lists-kept.ts';
import { emptyPlaceholdersDropped } from './empty-placeholders-dropped.ts';
import { formerPlacesFolded } from './former-places-folded.ts';
import { poolNameRenamed } from './pool-name-renamed.ts';
import { readOnlyDropped } from './read-only-dropped.ts';
import { requiredMembersCompleted } from './required-members-completed.ts';

/** What turns a described pool into a request, in the order in which it is applied. */
export const beforeChanges: readonly CarryStep[] = [
  poolNameRenamed,
  readOnlyDropped,
  formerPlacesFolded,
  clientRegistrationKept,
];

/** What a request must be, whatever the changes brought into it. What is empty is dropped last but for lists that say "none". */
export const afterChanges: readonly CarryStep[] = [
  acrWithoutDefaults,
  awsTagsLeftToAws,
  requiredMembersCompleted,
  emptyPlaceholdersDropped,
  emptyListsKept,
];
