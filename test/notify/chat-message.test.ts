import { describe, expect, it } from 'vitest';
import { chatMessage } from '../../src/notify/chat-message.ts';
import { noticeOf } from '../../src/notify/outcome-notice.ts';
import { anUnwrittenOutcome } from '../support/an-outcome.ts';

describe('a chat message', () => {
  it('leaves out a step of which nothing is left once it is inert: an empty one loses the whole message', () => {
    const refusals = [
      {
        code: 'refused-by-aws' as const,
        settings: [],
        reason: 'It was refused.',
        next: '*~*',
      },
    ];
    const notice = noticeOf(anUnwrittenOutcome({ kind: 'refused', refusals }), {});
    if (!notice) throw new Error('There is nothing to tell.');

    const { nextSteps } = chatMessage(notice).content;

    expect(nextSteps.length).toBeGreaterThan(0);
    expect(nextSteps).not.toContain('');
  });
});
