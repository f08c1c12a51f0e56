import { describe, expect, it } from 'vitest';
import { memoryText } from '../../../src/cli/report/memory-text.ts';

/** Sets the title of the terminal's window. */
const titles = '\u001b]0;mine\u0007';

describe('what is remembered of a pool, for a terminal', () => {
  it('gives no terminal a command, whatever somebody has stored', () => {
    const text = memoryText({
      pool: titles,
      lastLook: titles,
      lastOutcome: titles,
      debt: [{ rule: titles, since: titles }],
      resting: [{ rule: titles, outcome: titles, until: titles }],
      fixes: [{ setting: 'MfaConfiguration', at: titles, outcome: titles }],
      undoings: [{ at: titles, settings: ['MfaConfiguration'], actors: [{ type: titles }] }],
      breaker: { openedAt: titles, level: 1, nextWriteAt: titles },
      pauses: [{ id: titles, by: titles, at: titles, until: titles, reason: titles }],
      requests: [{ id: titles, by: titles, at: titles, kind: 'accept', rules: [titles] }],
    });

    expect(text).not.toContain(titles);
    expect(text).not.toContain('\u0007');
  });
});
