import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { messageFrame } from '../../../src/cli/report/message-frame.ts';

const lines = [
  'To       security@example.com',
  '',
  'Eight settings of checkout-production are now as policy requires: they were found against it after a call.',
];

const rowsAt = (columns?: number): readonly string[] => messageFrame('Mail', lines, columns).split('\n');

describe('the frame around a message', () => {
  it.each([
    [undefined, 98],
    [200, 98],
    [80, 80],
    [60, 60],
    [30, 40],
  ])('at a terminal of %s columns is %s wide', (columns, width) => {
    const rows = rowsAt(columns);

    expect(rows.at(0)).toMatch(/^┌─ Mail ─+$/);
    expect(rows.at(-1)).toMatch(/^└─+$/);
    expect([rows.at(0), rows.at(-1)].map((row) => stringWidth(row ?? ''))).toEqual([width, width]);
    for (const row of rows.slice(1, -1)) expect(row).toMatch(/^│ /);
    expect(Math.max(...rows.map((row) => stringWidth(row)))).toBe(width);
  });

  it('leaves out what the terminal has no room for and nothing can break, so that it is copied alone', () => {
    const command = 'lifeguard pause eu-west-1_AbCdEf123 --for 4h --region eu-west-1 --reason "a test"';

    expect(messageFrame('Mail', [`     ${command}`], 80).split('\n')[1]).toBe(command);
    expect(messageFrame('Mail', [`     ${command}`]).split('\n')[1]).toBe(`│      ${command}`);
  });
});
