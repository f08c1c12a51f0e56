import { describe, expect, it } from 'vitest';
import { tellNotice } from '../../src/telling/tell-notice.ts';
import { aNotice } from '../support/a-notice.ts';
import { aSender, aTeller } from '../support/a-teller.ts';
import { aFinding, anOutcome, anOutcomeOf, anUnwrittenOutcome } from '../support/an-outcome.ts';

const fixed = (id: string) => aNotice(anOutcomeOf(id));
const failed = (id: string) => aNotice(anUnwrittenOutcome({ id, kind: 'failed', reason: 'No.' }));

describe('a notice', () => {
  it('goes to the topic of notices, to whoever reads beside it, and to machines', async () => {
    const { teller, heard } = aTeller();

    const told = await tellNotice(teller, fixed('one'));

    expect(told).toEqual({ kind: 'done' });
    expect(heard('one')).toEqual(['events', 'notices', 'webhook']);
  });

  it('goes to the urgent topic in place of the other where somebody must act', async () => {
    const { teller, heard } = aTeller();

    await tellNotice(teller, failed('one'));

    expect(heard('one')).toEqual(['events', 'urgent', 'webhook']);
  });

  it('goes to the owners of its pool in a copy of theirs', async () => {
    const { teller, sent } = aTeller();
    const copy = { ...fixed('one'), accountAlias: 'for its owner' };
    const sender = aSender('owner:checkout', sent);

    await tellNotice({ ...teller, ownersOf: () => [{ sender, notice: copy }] }, fixed('one'));

    expect(sent.at(-1)).toEqual({ channel: 'owner:checkout', notice: copy });
  });

  it('is told on one topic, though it comes again as urgent', async () => {
    const { teller, heard } = aTeller();

    await tellNotice(teller, fixed('one'));
    await tellNotice(teller, failed('one'));

    expect(heard('one')).toEqual(['events', 'notices', 'webhook']);
  });

  it('goes out on each channel once, however often it comes', async () => {
    const { teller, heard } = aTeller();

    for (let times = 0; times < 3; times += 1) await tellNotice(teller, fixed('one'));

    expect(heard('one')).toEqual(['events', 'notices', 'webhook']);
  });
});

describe('a channel that fails', () => {
  it('stops no other, and alone is tried again', async () => {
    const { teller, heard, channels, counts } = aTeller();
    channels.notices.refuse(true);

    const first = await tellNotice(teller, fixed('one'));
    const second = await tellNotice(teller, fixed('one'));

    expect(first).toMatchObject({
      kind: 'failed',
      retryable: true,
      reason: expect.stringMatching(/^notices: /),
    });
    expect(second).toEqual({ kind: 'done' });
    expect(heard('one')).toEqual(['events', 'webhook', 'notices']);
    expect(counts).toMatchObject({ NoticesSent: 3, NoticesFailed: 1 });
  });

  it('is worth another try where one of two failures may pass', async () => {
    const { teller, channels } = aTeller();
    channels.webhook.refuse(false);
    channels.events.refuse(true);

    expect(await tellNotice(teller, fixed('one'))).toMatchObject({ kind: 'failed', retryable: true });
  });

  it('is not where none will', async () => {
    const { teller, channels } = aTeller();
    channels.webhook.refuse(false);

    expect(await tellNotice(teller, fixed('one'))).toMatchObject({ kind: 'failed', retryable: false });
  });
});

describe('the same said again', () => {
  it('is silent for people within the hour, and not for machines', async () => {
    const { teller, on, clock } = aTeller();
    await tellNotice(teller, aNotice(anOutcome({ id: 'one' })));
    clock.pass(59 * 60_000);

    await tellNotice(teller, aNotice(anOutcome({ id: 'two' })));

    expect(on('notices')).toEqual(['one']);
    expect(on('webhook')).toEqual(['one']);
    expect(on('events')).toEqual(['one', 'two']);
  });

  it('is told again after an hour', async () => {
    const { teller, on, clock } = aTeller();
    await tellNotice(teller, aNotice(anOutcome({ id: 'one' })));
    clock.pass(60 * 60_000);

    await tellNotice(teller, aNotice(anOutcome({ id: 'two' })));

    expect(on('notices')).toEqual(['one', 'two']);
  });

  it('is told where a value is another', async () => {
    const { teller, on } = aTeller();
    await tellNotice(teller, aNotice(anOutcome({ id: 'one' })));

    await tellNotice(teller, aNotice(anOutcome({ id: 'two', findings: [aFinding({ found: 6 })] })));

    expect(on('notices')).toEqual(['one', 'two']);
  });
});

describe('quiet hours', () => {
  // The clock stands at 10:00 UTC, 11:00 in Berlin.
  const quietHours = { from: 10 * 60 + 30, to: 11 * 60 + 10, timeZone: 'Europe/Berlin' };

  it('keep what is not urgent from people until they are over, and from machines never', async () => {
    const { teller, heard, clock } = aTeller({ quietHours });

    const told = await tellNotice(teller, fixed('one'));
    const atOnce = heard('one');
    clock.pass(10 * 60_000);
    const later = await tellNotice(teller, fixed('one'));

    expect(told).toEqual({ kind: 'later', seconds: 600 });
    expect(atOnce).toEqual(['events']);
    expect(later).toEqual({ kind: 'done' });
    expect(heard('one')).toEqual(['events', 'notices', 'webhook']);
  });

  it('put nothing off for longer than a message may wait', async () => {
    const { teller } = aTeller({ quietHours: { ...quietHours, to: 9 * 60 } });

    expect(await tellNotice(teller, fixed('one'))).toEqual({ kind: 'later', seconds: 900 });
  });

  it('never hold up what is urgent', async () => {
    const { teller, on } = aTeller({ quietHours });

    await tellNotice(teller, failed('one'));

    expect(on('urgent')).toEqual(['one']);
  });

  it('silence nothing that comes meanwhile: what waits was told to nobody', async () => {
    const { teller, on, clock } = aTeller({ quietHours: { ...quietHours, to: 20 * 60 } });
    await tellNotice(teller, aNotice(anOutcome({ id: 'one' })));
    clock.pass(30 * 60_000);

    const again = {
      kind: 'brought-back',
      settings: ['Policies.PasswordPolicy.MinimumLength'],
      times: 1,
    } as const;
    await tellNotice(teller, aNotice(anOutcome({ id: 'two', remarks: [again] })));

    expect(on('urgent')).toEqual(['two']);
  });

  it('do not hide a machine that must be tried again', async () => {
    const { teller, channels } = aTeller({ quietHours });
    channels.events.refuse(true);

    expect(await tellNotice(teller, fixed('one'))).toMatchObject({ kind: 'failed', retryable: true });
  });
});
