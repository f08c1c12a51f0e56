import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { describe, expect, it } from 'vitest';
import { NOON, sandboxFixture } from '../sandbox-fixture.ts';

const storeFixture = async () => {
  const fixture = await sandboxFixture();
  const get = async (Name: string, WithDecryption?: boolean, region?: string) => {
    const client = new SSMClient(fixture.config(region));
    const { Parameter } = await client.send(new GetParameterCommand({ Name, WithDecryption }));
    return Parameter;
  };
  return { ...fixture, get };
};

describe('GetParameter', () => {
  it('gives a parameter with all that AWS tells of one', async () => {
    const { sandbox, get } = await storeFixture();
    sandbox.parameters.put('/lifeguard/color', 'String', 'red');
    sandbox.parameters.put('/lifeguard/color', 'String', 'blue');

    expect(await get('/lifeguard/color')).toEqual({
      Name: '/lifeguard/color',
      Type: 'String',
      Value: 'blue',
      Version: 2,
      LastModifiedDate: NOON,
      ARN: 'arn:aws:ssm:eu-west-1:111122223333:parameter/lifeguard/color',
      DataType: 'text',
    });
  });

  it('gives a secret only to whoever asks to decrypt it', async () => {
    const { sandbox, get } = await storeFixture();
    sandbox.parameters.put('hook', 'SecureString', 'https://hooks.example.com/T/B/x');

    expect((await get('hook', true))?.Value).toBe('https://hooks.example.com/T/B/x');
    expect((await get('hook'))?.Value).not.toContain('hooks.example.com');
  });

  it.each(['/lifeguard/color', 'color'])('finds %s by its ARN', async (name) => {
    const { sandbox, get } = await storeFixture();
    sandbox.parameters.put(name, 'String', 'red');
    const arn = `arn:aws:ssm:eu-west-1:111122223333:parameter/${name.replace(/^\//, '')}`;

    expect(await get(arn)).toMatchObject({ Name: name, ARN: arn });
  });

  it('knows the parameters of one Region only', async () => {
    const { sandbox, get } = await storeFixture();
    sandbox.parameters.put('color', 'String', 'red', 'us-east-1');

    expect(await get('color', false, 'us-east-1')).toMatchObject({ Value: 'red' });
    await expect(get('color')).rejects.toMatchObject({ name: 'ParameterNotFound' });
  });

  it('refuses a name with a space in it', async () => {
    const { get } = await storeFixture();

    await expect(get('my color')).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('meets faults under its own names', async () => {
    const { sandbox, get } = await storeFixture();
    sandbox.faults.add({ kind: 'access-denied', operation: 'GetParameter' });

    await expect(get('/lifeguard/hook')).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('arn:aws:ssm:eu-west-1:111122223333:parameter/lifeguard/hook'),
    });
  });
});
