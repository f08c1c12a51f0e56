import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { rulePatternFrom } from '../../src/sandbox/rule-pattern.ts';

const folders: string[] = [];

async function serverlessYml(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rule-pattern-'));
  folders.push(folder);
  const path = join(folder, 'serverless.yml');
  await writeFile(path, text);
  return path;
}

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

describe('rulePatternFrom', () => {
  it('reads the pattern past tags of CloudFormation', async () => {
    // Prepare
    const path = await serverlessYml(`
resources:
  Resources:
    CognitoCallsRule:
      Type: AWS::Events::Rule
      Properties:
        EventPattern:
          source: [aws.cognito-idp]
          detail: { eventName: [{ prefix: Update }] }
        Targets:
          - Arn: !GetAtt Queue.Arn
            Id: !Sub '\${Stage}-queue'
`);

    // Act
    const pattern = await rulePatternFrom(path);

    // Assess
    expect(pattern).toEqual({ source: ['aws.cognito-idp'], detail: { eventName: [{ prefix: 'Update' }] } });
  });

  it('says where it looked for a rule that is not there', async () => {
    // Prepare
    const path = await serverlessYml('service: lifeguard\n');

    // Act
    const reading = rulePatternFrom(path, 'OtherRule');

    // Assess
    await expect(reading).rejects.toThrow(
      /serverless\.yml: resources\.Resources\.OtherRule has no EventPattern/,
    );
  });
});
