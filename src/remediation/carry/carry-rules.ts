import { acrWithoutDefaults } from './acr-without-defaults.ts';
import type { CarryStep } from './carry-rule.ts';
import { clientRegistrationKept } from './client-registration-kept.ts';
import { emptyListsKept } from './empty-lists-kept.ts';
import { emptyPlaceholdersDropped } from './empty-placeholders-dropped.ts';
import { formerPlacesFolded } from './former-places-folded.ts';
import { poolNameRenamed } from './pool-name-renamed.ts';
import { readOnlyDropped } from './read-only-dropped.ts';

/** All carry rules, in the order in which they are applied. Former places are folded before what is empty is dropped. */
export const carryRules: readonly CarryStep[] = [
  poolNameRenamed,
  readOnlyDropped,
  formerPlacesFolded,
  clientRegistrationKept,
  acrWithoutDefaults,
  emptyPlaceholdersDropped,
  emptyListsKept,
];
