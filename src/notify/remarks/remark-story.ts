import type { Remark } from '../../remediation/remark.ts';
import type { Step } from '../next-steps.ts';
import type { Section } from '../section.ts';
import type { NoticeSeverity } from '../urgency.ts';
import type { Words } from '../words.ts';

/** The remark of one kind. */
export type RemarkOf<Kind extends Remark['kind']> = Extract<Remark, { readonly kind: Kind }>;

/** What one remark adds to a notice. */
export interface RemarkStory {
  /**
   * Where it stands: `first` is what happened, whatever came of the look; `result` names the result of a look whose
   * own subject stays; `beside` only adds to it. Where the look found nothing, it is the whole story.
   */
  readonly place: 'first' | 'result' | 'beside';
  /** For the headline: what happened, in a few words. */
  readonly result: string;
  /** For the headline: to what. */
  readonly subject: Words;
  readonly sentences: readonly Words[];
  readonly sections: readonly Section[];
  readonly steps: readonly Step[];
  /** True where its steps ask whoever called, in words that fit better than those for a weakening, or nobody need be asked. */
  readonly asks?: true;
  /** The notice is at least as grave. */
  readonly severity: NoticeSeverity;
  /** By how many steps the notice is graver than its rules. */
  readonly raised?: number;
  /** True where somebody must act now. */
  readonly urgent: boolean;
}
