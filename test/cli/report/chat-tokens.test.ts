import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chatTokens } from '../../../src/cli/report/chat-tokens.ts';
import { chatMessage } from '../../../src/notify/chat-message.ts';
import { noticeOf } from '../../../src/notify/outcome-notice.ts';
import { hostileOutcome, hostileText } from '../../notify/hostile-outcomes.ts';

const plain = (text: string) => ({ text, marks: [] });

describe('a line of chat markdown', () => {
  it.each([
    ['*Who* `on-call`', [{ text: 'Who', marks: ['bold'] }, plain(' '), { text: 'on-call', marks: ['code'] }]],
    [
      '<https://example.com/a?b=1&amp;c=2|The pool>',
      [{ text: 'The pool', marks: ['link'], url: 'https://example.com/a?b=1&c=2' }],
    ],
    ['<https://example.com>', [{ text: 'https://example.com', marks: ['link'], url: 'https://example.com' }]],
    [
      '*bold `code`*',
      [
        { text: 'bold ', marks: ['bold'] },
        { text: 'code', marks: ['bold', 'code'] },
      ],
    ],
    ['_soft_ ~gone~', [{ text: 'soft', marks: ['italic'] }, plain(' '), { text: 'gone', marks: ['struck'] }]],
    ['snake_case_name and 2*3*4', [plain('snake_case_name and 2*3*4')]],
    ['`*not bold* <!here>`', [{ text: '*not bold* <!here>', marks: ['code'] }]],
  ])('%s is understood as Slack does', (markdown, tokens) => {
    expect(chatTokens(markdown)).toEqual(tokens);
  });

  it.each([
    ['<!channel>', '@channel'],
    ['<!here|x>', '@x'],
    ['<@U012345>', '@U012345'],
    ['<#C012345|general>', '#general'],
  ])('shows the mention %s as one', (markdown, text) => {
    expect(chatTokens(markdown)).toEqual([{ text, marks: ['mention'] }]);
  });

  it('takes an address for a link although nobody marked it', () => {
    expect(chatTokens('see https://evil.example/login now')).toEqual([
      plain('see '),
      { text: 'https://evil.example/login', marks: ['link'], url: 'https://evil.example/login' },
      plain(' now'),
    ]);
  });

  it('decodes an entity once: what was escaped stays text', () => {
    expect(chatTokens('&lt;!channel&gt; &amp;lt;')).toEqual([plain('<!channel> &lt;')]);
  });

  it('loses no letter of what it isn’t told to hide, and never throws', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const bare = text.replace(/[`*_~<>&|\n]/g, '').replace(/https?:/g, '');

        expect(
          chatTokens(bare)
            .map((token) => token.text)
            .join(''),
        ).toBe(bare);
        expect(Array.isArray(chatTokens(text))).toBe(true);
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });
});

describe('the chat message of a hostile outcome', () => {
  it('has no mention, no link but ours, and no emphasis but our labels', () => {
    fc.assert(
      fc.property(hostileOutcome, (outcome) => {
        const notice = noticeOf(outcome, {});
        if (!notice) return;
        const { title, description, nextSteps } = chatMessage(notice).content;
        const ours = [...notice.links, ...notice.steps].map(({ url }) => url);

        const tokens = [title, ...description.split('\n'), ...nextSteps].flatMap((line) => chatTokens(line));

        expect(tokens.filter(({ marks }) => marks.includes('mention') || marks.includes('struck'))).toEqual(
          [],
        );
        for (const { url } of tokens) if (url !== undefined) expect(ours).toContain(url);
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });
});
