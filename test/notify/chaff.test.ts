import { describe, expect, it } from 'vitest';
import type { CallCause } from '../../src/change/cause.ts';
import { chatMessage } from '../../src/notify/chat-message.ts';
import { emailText } from '../../src/notify/email-text.ts';
import { aNotice } from '../support/a-notice.ts';
import { aCall, anActor } from '../support/a-pool-change.ts';
import { anOutcome, anUnwrittenOutcome } from '../support/an-outcome.ts';

const by = (name: string) =>
  anActor({ arn: `arn:aws:sts::111122223333:assumed-role/Developer/${name}`, sessionName: name });

const calls = (count: number, call: string, name: string): CallCause[] =>
  Array.from({ length: count }, (_, index) =>
    aCall({
      call,
      eventId: `${call}-${name}-${index}`,
      eventTime: '2026-11-23T09:10:00Z',
      actor: by(name),
      governed: call === 'UpdateUserPool' || call === 'TagResource',
    }),
  );

const provider = calls(1, 'CreateIdentityProvider', 'intruder');
const weakening = aCall({ actor: by('author'), eventId: 'the-weakening' });

const told = (causes: readonly CallCause[], causesOmitted?: number) => {
  const notice = aNotice(anOutcome({ causes, ...(causesOmitted !== undefined && { causesOmitted }) }));
  return { notice, ...emailText(notice), chat: chatMessage(notice).content };
};

const whoIn = (body: string): string =>
  /^Who {6}.*?(?=^When)/ms.exec(body)?.[0].replace(/\s+/g, ' ').trim() ?? '';

describe('a burst of harmless calls', () => {
  const burst = [...calls(30, 'TagResource', 'decoy'), ...calls(30, 'SetUICustomization', 'decoy')];

  it('doesn’t hide an identity provider, nor who weakened a setting', () => {
    const { subject, body, chat } = told([...burst, weakening, ...provider]);

    expect(subject).toContain('Fixed (and CreateIdentityProvider) in');
    expect(body).toMatch(/after\sUpdateUserPool\sby\sDeveloper\/author/);
    expect(whoIn(body)).toMatch(/^Who arn:aws:sts::111122223333:assumed-role\/Developer\/intruder /);
    expect(whoIn(body)).toContain('Developer/author called UpdateUserPool from 203.0.113.7');
    expect(chat.description).toContain(
      '`Developer/intruder` added an identity provider (CreateIdentityProvider)',
    );
    expect(chat.description).toContain('after UpdateUserPool by `Developer/author`');
    expect(chat.title).toContain('(and `CreateIdentityProvider`)');
  });

  it('is told as one line for each name and caller, with a count', () => {
    const { body } = told([...burst, weakening]);

    expect(whoIn(body)).toContain('Developer/decoy called TagResource 30 times, first from 203.0.113.7');
    expect(whoIn(body)).toContain('Developer/decoy called SetUICustomization 30 times');
    expect(whoIn(body)).not.toContain('more call');
  });

  it('is dated, linked and timed by the call that the story begins with', () => {
    const { notice, body } = told([...burst, weakening]);

    expect(body).toMatch(/^When {5}2026-11-23 09:14:07 UTC$/m);
    expect(body).toContain('34 seconds later');
    expect(notice.links[1]?.url).toContain('the-weakening');
  });

  it('gives machines that shorten the list the gravest first', () => {
    const { notice } = told([...burst, weakening, ...provider]);

    expect(notice.details.causes.slice(0, 2)).toEqual([...provider, weakening]);
    expect(notice.details.causes).toHaveLength(62);
  });

  it('asks each caller, and counts those beyond the third', () => {
    const callers = ['a', 'b', 'c', 'd', 'e'].flatMap((name) => calls(2, 'UpdateUserPool', name));

    const { chat } = told(callers);

    expect(chat.nextSteps[0]).toMatch(
      /^Ask `Developer\/a`, `Developer\/b`, `Developer\/c` and 2 more callers whether this was intended\./,
    );
  });
});

describe('more callers than fit', () => {
  const many = Array.from({ length: 12 }, (_, index) => calls(2, 'TagResource', `decoy-${index}`)).flat();

  it('are counted, with their calls', () => {
    const { body } = told([...many, ...provider]);

    expect(whoIn(body)).toMatch(/and 10 more calls by 5 callers$/);
  });

  it('are counted beside the calls that the outcome left out', () => {
    const { body } = told([...many, ...provider], 480);

    expect(whoIn(body)).toMatch(/and 10 more calls by 5 callers and 480 more calls$/);
    expect(body.replace(/\s+/g, ' ')).toContain('and 504 more calls by 13 callers');
  });
});

describe('calls that policy files don’t speak of', () => {
  it('are told beside a refusal with a long reason', () => {
    const refusals = Array.from({ length: 8 }, () => ({
      code: 'refused-by-aws' as const,
      settings: [],
      reason: 'AWS refused the change. '.repeat(40),
      next: 'Correct it.',
    }));
    const notice = aNotice(
      anUnwrittenOutcome({ kind: 'refused', refusals, causes: [weakening, ...provider] }),
    );

    expect(chatMessage(notice).content.description).toContain('added an identity provider');
    expect(emailText(notice).body).toContain('CreateIdentityProvider');
  });

  it('are each told, the gravest first, with how often', () => {
    const { body } = told([
      ...calls(3, 'CreateTerms', 'writer'),
      ...calls(2, 'CreateUserPoolClient', 'developer'),
      ...calls(1, 'SetLogDeliveryConfiguration', 'developer'),
      ...calls(4, 'CreateUserPoolDomain', 'developer'),
      ...provider,
    ]);

    expect(body.replace(/\s+/g, ' ')).toContain(
      'On checkout-users, Developer/intruder added an identity provider (CreateIdentityProvider); ' +
        'Developer/developer added an app client (CreateUserPoolClient, 2 times); ' +
        'Developer/developer set where logs are delivered (SetLogDeliveryConfiguration); and 7 more calls by 2 callers.',
    );
  });

  it('don’t name another as the one who deleted a pool', () => {
    const causes = [...provider, ...calls(1, 'DeleteUserPool', 'leaver')];
    const { subject, body } = emailText(aNotice(anUnwrittenOutcome({ kind: 'gone', findings: [], causes })));

    expect(subject).toContain('by Developer/leaver');
    expect(body).toContain('was deleted by Developer/leaver');
  });
});
