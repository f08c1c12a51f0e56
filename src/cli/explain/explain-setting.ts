import { operators } from '../../policy/operators/operators.ts';
import type { PolicySet } from '../../policy/policy.ts';
import { isGovernable, type KnownSetting } from '../../pool/settings.ts';
import { couplingBrings, couplingsOf } from '../../remediation/coupled-settings.ts';
import { refusalWords } from '../../remediation/refusal-words.ts';
import type { Explanation } from './explanation.ts';
import { anySettingsRefusals, refusalsOf } from './refusals-of.ts';
import {
  absenceWords,
  carryWords,
  remedyWords,
  saferWords,
  takenWords,
  tierWords,
  whyNotGoverned,
} from './setting-words.ts';

/** What the catalogue, the couplings and the refusals say of a setting, and which rules are on it. */
export const explainSetting = (row: KnownSetting, { policies }: PolicySet): Explanation['setting'] => {
  const isGoverned = isGovernable(row);
  const isWritten = isGoverned && row.calls[0] !== 'CreateUserPool';
  return {
    setting: row.path,
    meaning: row.meaning,
    governed: isGoverned,
    ...(!isGoverned && { notGoverned: whyNotGoverned(row, (path) => path) }),
    takes: plain(takenWords(row.kind)),
    safer: plain(saferWords(row)),
    operators: isGoverned
      ? operators
          .filter((operator) => operator.fits(row))
          .map(({ name, meaning }) => ({ operator: name, meaning }))
      : [],
    ...(isGoverned && { putRight: plain(remedyWords(row)) }),
    absence: plain(absenceWords(row)),
    ...(row.tier && { tier: plain(tierWords(row.tier)) }),
    couplings: isWritten
      ? couplingsOf(row.path).map((coupling) => ({ coupling, brings: couplingBrings[coupling] ?? '' }))
      : [],
    refusals: isWritten
      ? refusalsOf(row).map((code) => ({
          code,
          means: plain(refusalWords[code].means),
          next: plain(refusalWords[code].next),
        }))
      : [],
    otherRefusals: isWritten ? [...anySettingsRefusals] : [],
    otherWrites: plain(carryWords(row)),
    feltBy: row.feltBy,
    evidence: row.evidence,
    rules: policies.flatMap(({ rules }) =>
      rules.filter(({ setting }) => setting === row.path).map(({ id }) => id),
    ),
  };
};

/** The same words without the marks that pages have for names. */
const plain = (words: string): string => words.replaceAll('`', '');
