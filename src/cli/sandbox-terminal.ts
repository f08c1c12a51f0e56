import type { MetricName } from '../handlers/counter.ts';
import type { Outcome } from '../remediation/outcome.ts';
import { deliveryLine } from './report/delivery-line.ts';
import { type DeliveredMessage, deliveryText } from './report/delivery-text.ts';
import { eventText } from './report/event-text.ts';
import { paint } from './report/paint.ts';

/** What a sandbox's terminal shows, from one time on. */
export interface SandboxTerminal {
  /** Nothing is shown before: the sandbox is being set up. */
  readonly open: () => void;
  readonly outcome: (outcome: Outcome) => void;
  readonly counted: (name: MetricName) => void;
  readonly delivered: (message: DeliveredMessage) => void;
}

/** How it is shown. */
interface Shown {
  /** The ARN that Lifeguard's own calls are recorded under. */
  readonly lifeguard: string;
  /** True where messages are to be shown whole. */
  readonly messages: boolean;
  /** How wide a message may be; absent where nothing says. */
  readonly columns: number | undefined;
}

/** Shows what happens in a sandbox: a block for each event, and below it a line for each message that people get. */
export const sandboxTerminal = (
  say: (text: string) => void,
  { lifeguard, messages, columns }: Shown,
): SandboxTerminal => {
  let isOpen = false;
  /** What stands last: a message belongs to the event above it, and to the same notice's message on another channel. */
  let last: 'event' | 'email' | 'other' = 'other';
  const show = (text: string): void => {
    if (isOpen) say(text);
  };
  return {
    open: () => {
      isOpen = true;
    },
    outcome: (outcome) => {
      const text = eventText(outcome, lifeguard);
      if (text === undefined) return;
      show(`\n${text}`);
      last = 'event';
    },
    counted: (name) => {
      if (name === 'NoticesRepeated')
        show(silence('nobody is told, since people were told the same within the hour.'));
      if (name === 'NoticesHeld')
        show(silence('too many at once: it will stand in a summary within eleven minutes.'));
    },
    delivered: (message) => {
      const isMail = message.protocol === 'email';
      const belongs = last === 'event' || (last === 'email' && !isMail);
      if (messages) show(`\n${deliveryText(message, columns)}`);
      else show(`${belongs ? '' : '\n'}${deliveryLine(message)}`);
      last = isMail ? 'email' : 'other';
    },
  };
};

const silence = (why: string): string => `  ${paint.faint(`→ ${why}`)}`;
