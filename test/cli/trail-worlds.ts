import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  CognitoIdentityProviderClient,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { weakening } from '../../src/cli/demo/weaken.ts';
import { passwordsWith } from '../support/a-governed-pool.ts';
import type { AtEnd } from '../support/run-cli.ts';
import { towards } from '../support/run-cli.ts';
import { type CliWorld, type MakeWorld, poolId, sandboxWith } from './a-cli-world.ts';

const recordOf = async (file: string, changed: object = {}): Promise<object> => {
  const event = JSON.parse(await readFile(new URL(`../../events/${file}.json`, import.meta.url), 'utf8'));
  return { ...event.detail, ...changed };
};

const day = 'AWSLogs/111122223333/CloudTrail/eu-west-1/2026/11/23';

const logFiles = async (): Promise<{ readonly [path: string]: string | Buffer }> => {
  const terraform = await recordOf('update-user-pool/terraform');
  const hostile = await recordOf('update-user-pool/iam-user', {
    eventID: 'c6a3a0a1-2a34-4a51-8a9f-6fd3c9a0d111',
    eventTime: '2026-11-24T08:00:00Z',
    userIdentity: {
      type: 'IAMUser',
      arn: 'arn:aws:iam::111122223333:user/\u001b[2J\u202eevil',
      accountId: '111122223333',
    },
  });
  const packed = {
    Records: [
      terraform,
      await recordOf('update-user-pool/cloudformation'),
      await recordOf('update-user-pool/denied'),
      await recordOf('update-user-pool/our-own-call'),
      await recordOf('update-user-pool/omitted'),
      await recordOf('create-user-pool-client/assumed-role'),
      { eventSource: 's3.amazonaws.com', eventName: 'GetObject' },
    ],
  };
  return {
    [`${day}/first.json.gz`]: gzipSync(JSON.stringify(packed)),
    // The same record once more, as overlapping trails deliver it.
    [`${day}/second.json`]: JSON.stringify({ Records: [terraform, hostile] }, null, 2),
    'AWSLogs/111122223333/CloudTrail-Digest/eu-west-1/digest.json.gz': gzipSync(
      JSON.stringify({ digestStartTime: '2026-11-23T09:00:00Z', logFiles: [{ s3Object: 'first.json.gz' }] }),
    ),
    'AWSLogs/README.txt': 'not read',
  };
};

const folderWith = async (
  files: { readonly [path: string]: string | Buffer },
  atEnd: AtEnd,
): Promise<CliWorld> => {
  const folder = await mkdtemp(join(tmpdir(), 'lifeguard-'));
  atEnd(() => rm(folder, { recursive: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return { environment: {}, folder };
};

const history =
  (arrange: (world: CliWorld) => void = () => {}): MakeWorld =>
  async (atEnd) => {
    const sandbox = await sandboxWith({}, atEnd);
    const clientOf = (accessKeyId: string) =>
      new CognitoIdentityProviderClient({
        endpoint: sandbox.url,
        region: 'eu-west-1',
        credentials: { accessKeyId, secretAccessKey: 'sandbox' },
      });
    sandbox.identity('AKIASTACKS', {
      type: 'AssumedRole',
      arn: 'arn:aws:sts::111122223333:assumed-role/Deployer/AWSCloudFormation',
      accountId: '111122223333',
      invokedBy: 'cloudformation.amazonaws.com',
    });
    const [developer, stacks] = [clientOf('AKIADEVELOPER'), clientOf('AKIASTACKS')];
    await developer.send(new UpdateUserPoolCommand(weakening(poolId)));
    await stacks.send(new UpdateUserPoolCommand(weakening(poolId)));
    // AWS refuses it: what it leaves out falls back, the tier included.
    const bare = { UserPoolId: poolId, ...passwordsWith({ MinimumLength: 8 }) };
    await developer.send(new UpdateUserPoolCommand(bare)).catch(() => {});
    const world = { environment: towards(sandbox.url), sandbox };
    arrange(world);
    return world;
  };

/** Worlds in which CloudTrail has recorded something. */
export const trailWorlds: { readonly [name: string]: MakeWorld } = {
  'a folder has CloudTrail’s log files': async (atEnd) => folderWith(await logFiles(), atEnd),
  'two of three log files are broken': async (atEnd) => {
    const files = await logFiles();
    const whole = files[`${day}/first.json.gz`] as Buffer;
    return folderWith(
      {
        'cut-off.json.gz': whole.subarray(0, whole.length - 40),
        'table.json': 'id,time\n1,2\n',
        'whole.json': '{"Records":[\n{"eventSource":"s3.amazonaws.com"},\n{"eventName" "GetObject"}]}',
      },
      atEnd,
    );
  },
  'no log file can be read': async (atEnd) => folderWith({ 'a.json': 'id,time\n', 'b.json': '' }, atEnd),
  'a folder has no log files': async (atEnd) => folderWith({ 'notes.txt': 'nothing' }, atEnd),
  'a pool was weakened twice, and once more in vain': history(),
  'a pool was weakened, and looking events up is not allowed': history(({ sandbox }) => {
    sandbox?.faults.add({ kind: 'access-denied', operation: 'LookupEvents' });
  }),
};
