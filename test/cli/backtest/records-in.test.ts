import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BrokenLogError, type RecordText, recordsIn } from '../../../src/cli/backtest/records-in.ts';
import { allOf } from '../../support/all-of.ts';

async function* cut(text: string, length: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}

const read = async (text: string, length = 7): Promise<RecordText[]> => allOf(recordsIn(cut(text, length)));

describe('the records of a log file', () => {
  it('are all there, as they were, wherever the file is cut and however it is laid out', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.dictionary(fc.string(), fc.jsonValue())),
        fc.jsonValue(),
        fc.integer({ min: 1, max: 50 }),
        fc.constantFrom(0, 2),
        async (records, beside, length, indent) => {
          const text = JSON.stringify({ beside, Records: records, after: beside }, null, indent);

          const found = await read(text, length);

          expect(found.map((each) => JSON.parse(each.text))).toEqual(JSON.parse(JSON.stringify(records)));
        },
      ),
    );
  });

  it('come with the line on which they begin', async () => {
    const found = await read('{"Records": [\n{"a": 1},\n\n{"b":\n2}]}');

    expect(found.map(({ line }) => line)).toEqual([2, 4]);
  });

  it('are none where a file has another list, as digest files have', async () => {
    expect(await read('{"logFiles": [{"a": 1}], "nested": {"Records": [{"a": 1}]}}')).toEqual([]);
  });

  it.each([
    ['is cut off', '{"Records": [\n{"a": 1},\n{"b":', 3],
    ['is no JSON', 'id,time\n', 1],
    ['is empty', '', 1],
    ['closes too much', '{"Records": []}\n}', 2],
  ])('aren’t to be had of a file that %s, and it is said on which line', async (_, text, line) => {
    await expect(read(text)).rejects.toMatchObject({ name: 'BrokenLogError', line });
  });

  it('that are too long are not kept', async () => {
    const text = `{"Records": [{"a": "${'x'.repeat(5_000_000)}"}]}`;

    await expect(read(text, 65_536)).rejects.toBeInstanceOf(BrokenLogError);
  });
});
