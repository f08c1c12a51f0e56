import { describe, expect, it } from 'vitest';
import { bond, bonded } from '../../../src/cli/terminal/copyable.ts';

/** The parts of a text that can't be broken, though they have spaces. */
const wholesIn = (text: string): readonly string[] =>
  bonded(text)
    .split(' ')
    .filter((part) => part.includes(bond))
    .map((part) => part.replaceAll(bond, ' '));

describe('what is whole in a sentence', () => {
  it.each([
    ['To end the pause before: lifeguard resume --account', ['lifeguard resume --account']],
    [
      'To go on: lifeguard breaker reset eu-west-1_AbCdEf123',
      ['lifeguard breaker reset eu-west-1_AbCdEf123'],
    ],
    [
      'lifeguard plan --pool eu-west-1_AbCdEf123 shows what would be done, lifeguard apply does it.',
      ['lifeguard plan --pool eu-west-1_AbCdEf123', 'lifeguard apply'],
    ],
    [
      'have it wait: npx lifeguard pause --account --for 15m --reason "sign-in is failing"',
      ['npx lifeguard pause --account --for 15m --reason "sign-in is failing"'],
    ],
    [
      'or lifeguard set eu-west-1_AbCdEf123 MfaConfiguration=OPTIONAL, which writes at once',
      ['lifeguard set eu-west-1_AbCdEf123 MfaConfiguration=OPTIONAL,'],
    ],
    ['npx lifeguard undo OUTCOME-ID takes it back', ['npx lifeguard undo OUTCOME-ID']],
    [
      'To take it back: /opt/node/bin/node /srv/clone/dist/cli/lifeguard.mjs undo 0f8fad5b-d9cb-469f-a165-70867728950e',
      ['/opt/node/bin/node /srv/clone/dist/cli/lifeguard.mjs undo 0f8fad5b-d9cb-469f-a165-70867728950e'],
    ],
    [
      '  npx serverless deploy --region eu-west-1 --param=mode=notify --param=emails=a@example.com',
      ['npx serverless deploy --region eu-west-1 --param=mode=notify --param=emails=a@example.com'],
    ],
    [
      "aws cognito-idp update-user-pool --user-pool-id eu-west-1_AbCdEf123 --policies 'A={B=8, C=9}'",
      ["aws cognito-idp update-user-pool --user-pool-id eu-west-1_AbCdEf123 --policies 'A={B=8, C=9}'"],
    ],
    [
      'export AWS_REGION=eu-west-1 AWS_DEFAULT_REGION=eu-west-1',
      ['export AWS_REGION=eu-west-1 AWS_DEFAULT_REGION=eu-west-1'],
    ],
    ['files with mistakes (lifeguard validate says which) count', ['(lifeguard validate']],
    ['Lifeguard wrote to 3 pools.', []],
    ['The aws provider asks for a role, and cognito-lifeguard is deployed.', []],
  ])('of "%s" is each command', (sentence, commands) => {
    expect(wholesIn(sentence)).toEqual(commands);
  });

  it('has its spaces in their places', () => {
    const sentence = 'Next, or: lifeguard apply --pool eu-west-1_AbCdEf123';

    expect(bonded(sentence).replaceAll(bond, ' ')).toBe(sentence);
  });
});
