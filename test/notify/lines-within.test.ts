import { describe, expect, it } from 'vitest';
import { linesWithin } from '../../src/notify/lines-within.ts';

describe('linesWithin', () => {
  it('keeps all lines where they have room', () => {
    expect(linesWithin(['one', 'two'], 100, 'line')).toEqual(['one', 'two']);
  });

  it('counts what has no room', () => {
    expect(linesWithin(['a'.repeat(20), 'b'.repeat(20), 'c'.repeat(20)], 45, 'line')).toEqual([
      'a'.repeat(20),
      'and 2 more lines',
    ]);
  });

  it('counts what was never among the lines', () => {
    expect(linesWithin(['one', 'two'], 100, 'pool', 11)).toEqual(['one', 'two', 'and 11 more pools']);
  });

  it('counts both together', () => {
    expect(linesWithin(['a'.repeat(20), 'b'.repeat(20), 'c'.repeat(20)], 45, 'pool', 11)).toEqual([
      'a'.repeat(20),
      'and 13 more pools',
    ]);
  });
});
