import { inertJson } from '../../notify/inert-json.ts';
import { visibleOutcome } from '../../notify/visible-outcome.ts';
import { byCodeUnits } from '../../pool/by-code-units.ts';
import type { Outcome } from '../../remediation/outcome.ts';
import type { Considered } from '../by-hand/consider-as-remembered.ts';
import { writeListing } from '../listing/write-listing.ts';
import { heldText } from '../report/held-text.ts';
import { outcomeText } from '../report/outcome-text.ts';
import { printError, printText } from '../terminal/print.ts';

/** How what was done is printed. */
export interface ApplyForm {
  readonly format: 'text' | 'json';
  readonly output?: string;
  /** Nobody is asked. */
  readonly yes: boolean;
}

/** Prints a plan, and what came of it. */
export interface ApplyPrinter {
  readonly plan: (considered: Considered) => void;
  readonly done: (outcome: Outcome) => void;
  /** What it comes to, for whoever reads nothing else. */
  readonly say: (text: string) => void;
  /** Writes what goes out as a whole. */
  readonly end: () => Promise<void>;
}

/**
 * The printer of a form. What goes out as a whole leaves standard error to people: what it comes to, and, for whoever
 * is to answer, the plan.
 * @param beforePrinting is called before everything that is printed at once
 */
export const applyPrinter = (form: ApplyForm, beforePrinting: () => void): ApplyPrinter => {
  const { format, output, yes } = form;
  const isWhole = format === 'json' || output !== undefined;
  const kept: string[] = [];
  const outcomes = new Map<string, Outcome>();
  const keep = ({ pool }: Pick<Outcome, 'pool'>, outcome: Outcome): void => {
    if (format === 'json' && pool) outcomes.set(pool.arn, visibleOutcome(outcome));
  };
  const isAsked = !yes && process.stdin.isTTY === true;
  const print = (text: string, isShown: boolean): void => {
    if (isWhole && format === 'text') kept.push(text);
    if (!isShown) return;
    beforePrinting();
    (isWhole ? printError : printText)(text);
  };
  const each = (text: string): void => print(text, !isWhole || isAsked);
  return {
    plan: ({ pool, outcome, hold }) => {
      keep(outcome, outcome);
      each(`${outcomeText(outcome)}${hold ? `\n  ${heldText(hold, pool)}` : ''}\n`);
    },
    done: (outcome) => {
      keep(outcome, outcome);
      each(`${outcomeText(outcome)}\n  outcome ${outcome.id}\n`);
    },
    say: (text) => print(text, true),
    end: async () => {
      if (!isWhole) return;
      const all = [...outcomes]
        .toSorted(([left], [right]) => byCodeUnits(left, right))
        .map(([, outcome]) => outcome);
      await writeListing(format === 'json' ? inertJson(all, 2) : kept.join('\n'), output);
    },
  };
};
