import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { sandboxTerminal } from '../../src/cli/sandbox-terminal.ts';
import { anOutcome } from '../support/an-outcome.ts';

const mail = { protocol: 'email', endpoint: 'security@example.com', subject: 'Fixed', body: 'It was 8.' };

const chat = {
  protocol: 'https',
  endpoint: 'https://chat.example.com',
  subject: undefined,
  body: JSON.stringify({
    Message: JSON.stringify({ content: { title: '*Fixed*', description: 'It was 8.', nextSteps: [] } }),
  }),
};

const aTerminal = ({ messages = false, isOpen = true } = {}) => {
  const said: string[] = [];
  const say = (text: string) => said.push(...stripVTControlCharacters(text).split('\n'));
  const terminal = sandboxTerminal(say, {
    lifeguard: 'arn:aws:sts::111122223333:assumed-role/lifeguard/x',
    messages,
    columns: undefined,
  });
  if (isOpen) terminal.open();
  return { terminal, said };
};

describe('a sandbox’s terminal', () => {
  it('shows nothing before it is opened', () => {
    const { terminal, said } = aTerminal({ isOpen: false });

    terminal.outcome(anOutcome());
    terminal.delivered(mail);

    expect(said).toEqual([]);
  });

  it('has a line for each message below its event, and room before messages of another notice', () => {
    const { terminal, said } = aTerminal();

    terminal.outcome(anOutcome());
    for (const message of [mail, chat, mail, chat]) terminal.delivered(message);

    const told = ['  → Mail to security@example.com: Fixed', '  → Slack #security: Fixed'];
    expect(said.slice(-5)).toEqual([...told, '', ...told]);
    expect(said.at(-6)).toContain('To take it back');
  });

  it('says why nobody is told', () => {
    const { terminal, said } = aTerminal();

    terminal.counted('NoticesRepeated');
    terminal.counted('NoticesSent');

    expect(said).toEqual(['  → nobody is told, since people were told the same within the hour.']);
  });

  it('shows messages whole where that is asked for', () => {
    const { terminal, said } = aTerminal({ messages: true });

    terminal.delivered(mail);

    expect(said.join('\n')).toMatch(/┌─ Mail [\s\S]+It was 8\./);
  });
});
