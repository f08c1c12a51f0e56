import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/remediation/outcome.ts';
import type { Announcement } from '../../../src/sweep/announcement.ts';
import { readMemberNews } from '../../../src/telling/centre/read-member-news.ts';
import { toldAnnouncements } from '../../notify/told-announcements.ts';
import { toldOutcomes } from '../../notify/told-outcomes.ts';
import { aDigest } from '../../support/a-digest.ts';
import { aHeartbeat } from '../../support/a-heartbeat.ts';
import { aStanding } from '../../support/a-standing.ts';
import { anEnvelope, hasForm } from './an-envelope.ts';

const account = fc.stringMatching(/^\d{12}$/);

/** Everything that the fixtures say of the account 111122223333. */
const all: readonly object[] = [
  ...Object.values(toldOutcomes),
  ...Object.values(toldAnnouncements),
  aDigest({ pools: [aStanding()] }),
  aHeartbeat({ accountId: '111122223333' }),
];

/** The accounts that news is about, found without the code under test. */
const named = (news: Outcome | Announcement | object): readonly string[] => [
  ...('accountId' in news ? [String(news.accountId)] : []),
  ...('pool' in news && news.pool ? [(news.pool as { readonly accountId: string }).accountId] : []),
];

describe('no member speaks for another', () => {
  it('whatever it says, it is believed of its own account alone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), account, (news, speaker) => {
        const read = readMemberNews(anEnvelope(speaker, news), hasForm);

        if (read.kind === 'member')
          for (const about of named(news)) expect([about, read.accountId]).toEqual([speaker, speaker]);
        else expect(read.accountId).toBe(speaker);
      }),
    );
  });

  it('and anything at all is either read or refused, and throws nothing', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), account, (text, speaker) => {
        const { kind } = readMemberNews(anEnvelope(speaker, JSON.parse(text)), hasForm);

        expect(kind).toBe('refused');
      }),
    );
  });

  it('and one member of its news replaced by anything is either read or refused, and throws nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.nat(), fc.jsonValue(), (news, which, value) => {
        const names = Object.keys(news);
        const name = names[which % names.length] ?? '';

        expect(() =>
          readMemberNews(anEnvelope('111122223333', { ...news, [name]: value }), hasForm),
        ).not.toThrow();
      }),
    );
  });
});
