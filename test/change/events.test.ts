import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCloudTrail } from '../../src/change/parse-cloudtrail.ts';
import { watchedCalls } from '../../src/change/watched-calls.ts';

const folder = new URL('../../events/', import.meta.url).pathname;
const here = { accountId: '111122223333' };

const rows = readFileSync(`${folder}README.md`, 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, file, says] = /^\| ([\w-]+\/[\w-]+\.json) \| .+ \| ([^|]+) \|$/.exec(line) ?? [];
    return file && says ? [{ file, says }] : [];
  });
const files = globSync('*/*.json', { cwd: folder }).sort();

/** The last column of a row. */
const meaningOf = (parsed: ReturnType<typeof parseCloudTrail>): string => {
  if (parsed.kind === 'ignored') return `ignored: ${parsed.reason}`;
  const where =
    parsed.kind === 'pool-change'
      ? `${parsed.pool.id} in ${parsed.pool.region}`
      : `all pools in ${parsed.region}`;
  return `${where}, ${parsed.cause.governed ? 'governed' : 'told'}`;
};

const read = (file: string): unknown => JSON.parse(readFileSync(`${folder}${file}`, 'utf8'));

describe('the events folder', () => {
  it('has a row for every file, and a file for every row', () => {
    expect(rows.map(({ file }) => file).sort()).toEqual(files);
  });

  it('has an event of every call that is followed', () => {
    const kept = files.map(
      (file) => (read(file) as { detail: { eventSource: string; eventName: string } }).detail,
    );

    const missing = watchedCalls().filter(
      ({ eventSource, call }) =>
        !kept.some((record) => record.eventSource === eventSource && record.eventName === call),
    );

    expect(missing).toEqual([]);
  });

  it.each(rows)('$file parses to $says', ({ file, says }) => {
    const parsed = parseCloudTrail(read(file), here);

    expect(meaningOf(parsed)).toBe(says);
  });

  it.each(files)('%s names only documentation accounts and addresses', (file) => {
    const text = readFileSync(`${folder}${file}`, 'utf8');

    const accounts = new Set(text.match(/(?<![\w-])\d{12}(?![\w-])/g));
    const addresses = [...text.matchAll(/"sourceIPAddress": "([\d.]+)"/g)].map(([, address]) => address);

    expect([...accounts].filter((account) => !['111122223333', '444455556666'].includes(account))).toEqual(
      [],
    );
    expect(addresses.filter((address) => !/^(203\.0\.113|198\.51\.100)\./.test(address ?? ''))).toEqual([]);
  });
});
