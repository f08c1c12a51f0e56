import { randomUUID } from 'node:crypto';
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it, onTestFinished } from 'vitest';
import { assumed, costLines } from '../../../build/cost/cost-lines.ts';
import { distinctCauses } from '../../../src/change/distinct-causes.ts';
import { enforce } from '../../../src/enforce.ts';
import { dynamoLedger } from '../../../src/ledger/dynamo-ledger.ts';
import { changedLeavesOnly } from '../../../src/remediation/pre-image.ts';
import { startDynamo } from '../../ledger/a-table.ts';
import { aGovernedPool } from '../../support/a-governed-pool.ts';

const bytesAsText = (_: string, value: unknown): unknown =>
  value instanceof Uint8Array ? 'x'.repeat(value.length) : value;

describe('costLines', () => {
  const lines = costLines({ queues: 3, alarms: 13, dashboards: 1, metrics: 6, mails: 300 });

  it('has lines that grow with pools in proportion, and lines that don’t grow', () => {
    for (const { what, dollars } of lines) {
      const [step, same] = [dollars(200) - dollars(100), dollars(300) - dollars(200)];

      expect(same, what).toBeCloseTo(step, 10);
      expect(step, what).toBeGreaterThanOrEqual(0);
    }
    expect(lines.filter(({ dollars }) => dollars(100) > dollars(10)).map(({ what }) => what)).toEqual([
      ...['SQS', 'Lambda', 'DynamoDB', 'Logs', 'X-Ray'],
    ]);
  });

  it('counts at least the write units that a look of a sweep takes of DynamoDB', async () => {
    const dynamo = await startDynamo({ tellsItem: true });
    onTestFinished(() => dynamo.close());
    const { world, pool, clock } = await aGovernedPool();
    const table = await dynamo.table();
    const ledger = dynamoLedger({
      ...{ table, leaseSeconds: 90, newId: randomUUID, now: clock.now },
      ...{ shorten: changedLeavesOnly, distinct: distinctCauses },
    });
    const cause = { kind: 'sweep', sweep: 'one', eventTime: '2026-11-23T03:00:00.000Z' } as const;

    await enforce({ ...world, ledger }, pool, [cause]);

    const { Items = [] } = await table.client.send(new ScanCommand({ TableName: table.name }));
    const unitsOf = (sk: string): number =>
      Items.filter((item) => (item.sk?.S === 'pool') === (sk === 'pool'))
        .map((item) => Math.ceil(Buffer.byteLength(JSON.stringify(item, bytesAsText)) / 1024))
        .reduce((sum, units) => sum + units, 0);
    const writes = dynamo.calls.filter((call) => call === 'UpdateItem').length;
    expect(writes * unitsOf('pool') + unitsOf('note')).toBeLessThanOrEqual(assumed.writeUnitsOfALook);
  });
});
