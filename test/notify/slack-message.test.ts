import { describe, expect, it } from 'vitest';
import type { Notice } from '../../src/notify/notice.ts';
import { slackMessage } from '../../src/notify/slack-message.ts';
import { words } from '../../src/notify/words.ts';
import { aNotice } from '../support/a-notice.ts';
import { incomingWebhookMessage } from './block-kit.schema.ts';

const numbers = (most: number): readonly number[] => Array.from({ length: most }, (_, index) => index + 1);

/** The texts of a message in reading order. */
const textsOf = (changed: Partial<Notice>): readonly string[] => {
  const message = slackMessage({ ...aNotice(), ...changed });
  expect(incomingWebhookMessage.safeParse(message).error?.issues).toBeUndefined();
  return message.blocks.flatMap((block) => {
    if (block.type === 'divider') return ['---'];
    if (block.type === 'context') return block.elements.map(({ text }) => text);
    return 'fields' in block ? block.fields.map(({ text }) => text) : [block.text.text];
  });
};

const aSetting = (index: number): Notice['settings'][number] => ({
  setting: 'Policies.PasswordPolicy.MinimumLength',
  found: `${index}`.repeat(100),
  required: ['at least 14'],
  now: 14,
  fixed: index % 2 === 0,
  notifyOnly: false,
  resting: false,
  rules: [],
});

describe('a message behind a webhook', () => {
  it('says in its first lines what came of what, where, and who did it', () => {
    const [header, where, summary] = textsOf({});

    expect(header).toBe('[HIGH] Fixed in prod-eu: checkout-users MinimumLength found 8, now 14');
    expect(where).toBe(
      '`checkout-users`, `eu-west-1_AbCdEf123` · account `prod-eu` (`111122223333`), `eu-west-1`',
    );
    expect(summary).toMatch(/after UpdateUserPool by `Developer\/on-call`, and put right/);
  });

  it('says that somebody must act now', () => {
    const urgent = { ...aNotice(), urgent: true };

    expect(textsOf(urgent)[0]).toMatch(/^\[URGENT, HIGH\] /);
    expect(slackMessage(urgent).text).toMatch(/^\[URGENT, HIGH\] /);
  });

  it('has a fallback with what happened, for notifications and screen readers', () => {
    expect(slackMessage(aNotice()).text).toBe(
      [
        '[HIGH] Fixed in `prod-eu`: `checkout-users` MinimumLength found `8`, now `14`',
        'MinimumLength of `checkout-users` is now `14`, as policy requires: it was found at `8` after UpdateUserPool by `Developer/on-call`, and put right 34 seconds later. 61 other settings were left as the call had left them.',
      ].join('\n'),
    );
  });

  it('asks Slack to link no names: nobody is notified by a name that somebody chose', () => {
    expect(Object.keys(slackMessage(aNotice()))).toEqual(['text', 'blocks', 'unfurl_links', 'unfurl_media']);
  });

  it('keeps the result and the value at the end of its header where a pool’s name is long', () => {
    const [header] = textsOf({
      headline: words`Fixed in ${'prod'}: ${'x'.repeat(120)} MinimumLength found ${'8'}, now ${'14'}`,
    });

    expect(header).toMatch(/^\[HIGH\] Fixed in prod: x{59}… MinimumLength found 8, now 14$/);
  });

  it('cuts a header of many long values at its end', () => {
    const value = 'x'.repeat(120);
    const [header] = textsOf({
      headline: words`Fixed: ${value} ${value} ${value} ${value} ${value} ${value} end`,
    });

    expect(header).toHaveLength(150);
    expect(header).not.toMatch(/end$/);
  });

  it('marks each setting that is right now, and each that is not', () => {
    const [, , , settings] = textsOf({ settings: [aSetting(1), aSetting(2)] });

    expect(settings?.split('\n').map((line) => line.split(' ')[0])).toEqual(['⚠️', '✅']);
  });

  it('says how many settings are left out', () => {
    const [, , , settings] = textsOf({ settings: numbers(60).map(aSetting) });

    const lines = settings?.split('\n') ?? [];
    expect(lines.at(-1)).toBe(`and ${60 - (lines.length - 1)} more settings`);
  });

  it('says how many pools of a digest are left out', () => {
    const blocks = numbers(40).map((number) => ({
      title: words`pool-${number}`,
      lines: [words`${'y'.repeat(150)}`],
    }));
    const [, , , listing] = textsOf({ settings: [], listing: { noun: 'pool', blocks, omitted: 7 } });

    const shown = listing?.match(/^• /gm)?.length ?? 0;
    expect(listing).toMatch(new RegExp(`\\nand ${47 - shown} more pools$`));
  });

  it('keeps the last of many steps, which has the way back, and says how many are left out', () => {
    const steps = numbers(30).map((number) => ({
      text: words`Step ${number}: ${'z'.repeat(200)}`,
      commands: [`lifeguard undo ${number}`],
    }));
    const next = textsOf({ steps }).find((text) => text.startsWith('*Next*')) ?? '';

    const shown = [...next.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number));
    expect(shown.slice(0, 3)).toEqual([1, 2, 3]);
    expect(shown.at(-1)).toBe(30);
    expect(next).toContain(`\nand ${30 - shown.length} more steps\n30. `);
    expect(next).toMatch(/`lifeguard undo 30`$/);
  });

  it('says how many facts are left out where there are more than Slack takes', () => {
    const sections = numbers(14).map((number) => ({ label: `Fact ${number}`, lines: [words`${number}`] }));
    const texts = textsOf({ sections });

    expect(texts.slice(texts.indexOf('---') + 1, -2)).toEqual([
      ...numbers(9).map((number) => `*Fact ${number}*\n${number}`),
      'and 5 more facts',
    ]);
  });

  it('has ten facts where there are ten', () => {
    const sections = numbers(10).map((number) => ({ label: `Fact ${number}`, lines: [words`${number}`] }));

    expect(textsOf({ sections }).at(-3)).toBe('*Fact 10*\n10');
  });

  it('leaves out an address whose markup would take the room of what it belongs to', () => {
    const url = `https://git.example.com/?${'&'.repeat(400)}`;
    const [next] = textsOf({ steps: [{ text: words`Ask:`, url }] }).filter((text) =>
      text.startsWith('*Next*'),
    );

    expect(next).toBe('*Next*\n1. Ask:');
  });

  it('is complete where a notice has nothing but its headline', () => {
    const texts = textsOf({ summary: [], settings: [], sections: [], steps: [], links: [] });

    expect(texts).toEqual([
      '[HIGH] Fixed in prod-eu: checkout-users MinimumLength found 8, now 14',
      '---',
      'Notice `9f2c41d0-6f0b-4b57-8f0e-0b8a3c1d7e55`',
    ]);
  });
});
