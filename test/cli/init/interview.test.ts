import { describe, expect, it, vi } from 'vitest';
import { interview } from '../../../src/cli/init/interview.ts';
import { nextCommands } from '../../../src/cli/init/next-commands.ts';

/** Somebody who gives these answers, one after the other. */
const answering = (...answers: readonly string[]) => {
  const left = [...answers];
  const questions: string[] = [];
  return {
    questions,
    ask: async (question: string) => {
      questions.push(question);
      const answer = left.shift();
      if (answer === undefined) throw new Error(`Nobody has an answer to ${question}`);
      return answer;
    },
  };
};

describe('the questions of init', () => {
  it('are three, and their answers count', async () => {
    const { ask, questions } = answering(' remediate ', 'a@example.com, b@example.com', 'eu-west-1');

    expect(await interview({ region: [] }, ask)).toEqual({
      mode: 'remediate',
      emails: ['a@example.com', 'b@example.com'],
      regions: ['eu-west-1'],
    });
    expect(questions).toHaveLength(3);
  });

  it('may be left without an answer', async () => {
    const { ask } = answering('', '', '');

    expect(await interview({ region: [] }, ask)).toEqual({ mode: 'notify', emails: [], regions: [] });
  });

  it('come again after an answer that can’t be', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { ask } = answering('enforce', 'notify', 'nobody', 'a@example.com', 'Frankfurt', 'eu-central-1');

    const begun = await interview({ region: [] }, ask);
    const mistakes = said.mock.calls.flat();
    said.mockRestore();

    expect(begun).toEqual({ mode: 'notify', emails: ['a@example.com'], regions: ['eu-central-1'] });
    expect(mistakes).toEqual([
      'Type notify or remediate.',
      '"nobody" is no email address.',
      '"Frankfurt" is no Region such as eu-west-1.',
    ]);
  });

  it('aren’t asked where options have said it, or where there is nobody', async () => {
    const { ask, questions } = answering();
    const said = { mode: 'notify', emails: 'a@example.com', region: ['eu-west-1', 'eu-west-1'] } as const;

    expect(await interview(said, ask)).toMatchObject({ regions: ['eu-west-1'] });
    expect(await interview({ region: [] }, undefined)).toMatchObject({ mode: 'notify', emails: [] });
    expect(questions).toEqual([]);
  });
});

describe('the next commands', () => {
  it('have nothing in them that a shell would run', () => {
    const begun = { mode: 'notify', emails: ["$(id)'@example.com"], regions: ['eu-west-1'] } as const;
    const where = { call: 'npx lifeguard', clone: 'my $(id) clone', deployed: 'my policies' };

    expect(nextCommands('my policies', begun, where)).toEqual([
      "npx lifeguard validate --policies 'my policies'",
      "npx lifeguard plan --region eu-west-1 --policies 'my policies'",
      "cd 'my $(id) clone'",
      "npx serverless deploy --region eu-west-1 --param=mode=notify --param='emails=$(id)'\\''@example.com' --param='policies=my policies'",
    ]);
  });
});
