import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDeployParameters } from '../../build/deploy-parameters.ts';
import { packagedLine } from '../../build/packaged-line.ts';
import { defaultParameters } from '../deploy/default-parameters.ts';

const lineOf = (given: object): string => {
  const read = readDeployParameters({ ...defaultParameters, ...given }, { home: 'eu-west-1' });
  if (read.kind === 'mistakes') throw new Error(read.mistakes.join('\n'));
  return packagedLine(read, 'eu-west-1');
};

describe('what a packaging says of itself', () => {
  it.each([
    [{}, 'Lifeguard in mode remediate, for eu-west-1; told: nobody yet.'],
    [
      {
        mode: 'notify',
        regions: 'eu-west-1,us-east-1',
        emails: 'a@example.com',
        urgentEmails: 'b@example.com',
      },
      'Lifeguard in mode notify, for eu-west-1, us-east-1; told: 2 addresses.',
    ],
    [
      { organizationId: 'o-a1b2c3d4e5', emails: 'a@example.com', slackWebhookParameter: '/slack' },
      'Lifeguard in mode remediate, for eu-west-1, the centre of o-a1b2c3d4e5; told: 1 address, Slack.',
    ],
    [
      { centreAccountId: '999988887777' },
      'Lifeguard in mode remediate, for eu-west-1, a member whose centre is 999988887777; told: the centre.',
    ],
  ])('of %j is one line', (given, line) => {
    expect(lineOf(given)).toBe(line);
  });

  it.each([
    ['deploy', { mode: 'notify', regions: 'eu-west-1,us-east-1', emails: 'a@example.com,b@example.com' }],
    ['organizations', { mode: 'notify', regions: 'eu-west-1,us-east-1', centreAccountId: '999988887777' }],
  ])('stands in docs/%s.md', (page, given) => {
    const text = readFileSync(new URL(`../../docs/${page}.md`, import.meta.url), 'utf8');

    expect(text).toContain(`\`${lineOf(given)}\``);
  });
});
