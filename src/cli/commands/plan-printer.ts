import { inertJson } from '../../notify/inert-json.ts';
import { visibleOutcome } from '../../notify/visible-outcome.ts';
import type { PolicySet } from '../../policy/policy.ts';
import type { Outcome } from '../../remediation/outcome.ts';
import type { Considered } from '../by-hand/consider-as-remembered.ts';
import { formatted, keepsCompliant, type ListingFormat } from '../listing/format.ts';
import { makeListing, type Unreached } from '../listing/listing.ts';
import { verdictsOf } from '../listing/verdicts-of.ts';
import { writeListing } from '../listing/write-listing.ts';
import { packageVersion } from '../package-version.ts';
import { heldText } from '../report/held-text.ts';
import { outcomeText } from '../report/outcome-text.ts';
import { isRequestFormat, type RequestFormat } from '../request-text.ts';
import { printText } from '../terminal/print.ts';
import { printRequest } from './plan-request.ts';

/** How a plan is printed. */
export interface PlanForm {
  readonly format: ListingFormat | RequestFormat;
  /** Which call's request, of several. */
  readonly call?: 'UpdateUserPool' | 'SetUserPoolMfaConfig';
  readonly output?: string;
}

/** Takes a plan pool by pool, and prints it. */
export interface PlanPrinter {
  readonly each: (considered: Considered) => void;
  /** @param summary what stands at the end of the text */
  readonly end: (unreached: readonly Unreached[], summary: readonly string[]) => Promise<void>;
}

/** The printer of a form. @param beforePrinting is called before each pool that is printed at once */
export const planPrinter = (form: PlanForm, policies: PolicySet, beforePrinting: () => void): PlanPrinter => {
  const { format, output } = form;
  if (isRequestFormat(format)) return requestPrinter(format, form);
  if (format === 'text') return textPrinter(output, beforePrinting);
  return format === 'json' ? jsonPrinter(output) : listingPrinter(format, policies, output);
};

/** One pool's, which is kept with its snapshot. */
const requestPrinter = (format: RequestFormat, form: PlanForm): PlanPrinter => {
  let only: Considered | undefined;
  return {
    each: (considered) => {
      only = considered;
    },
    end: async () => {
      if (only) await printRequest(only, format, form);
    },
  };
};

/** To a terminal pool by pool; to a file as a whole. */
const textPrinter = (output: string | undefined, beforePrinting: () => void): PlanPrinter => {
  const kept: string[] = [];
  const say = (text: string): void => {
    if (output !== undefined) {
      kept.push(text);
      return;
    }
    beforePrinting();
    printText(text);
  };
  return {
    each: ({ pool, outcome, hold }) =>
      say(`${outcomeText(outcome)}${hold ? `\n  ${heldText(hold, pool)}` : ''}\n`),
    end: async (_, summary) => {
      say(summary.join('\n'));
      if (output !== undefined) await writeListing(kept.join('\n'), output);
    },
  };
};

const jsonPrinter = (output: string | undefined): PlanPrinter => {
  const outcomes: Outcome[] = [];
  return {
    each: ({ outcome }) => outcomes.push(visibleOutcome(outcome)),
    end: () => writeListing(inertJson(outcomes, 2), output),
  };
};

const listingPrinter = (
  format: Exclude<ListingFormat, 'text' | 'json'>,
  policies: PolicySet,
  output: string | undefined,
): PlanPrinter => {
  const listing = makeListing(keepsCompliant(format));
  return {
    each: ({ outcome, look }) => {
      if (look) listing.add(verdictsOf(outcome, policies, look.evaluation.standing));
    },
    end: async (unreached) => {
      for (const each of unreached) listing.miss(each);
      await writeListing(formatted(listing.finish(), format, packageVersion), output);
    },
  };
};
