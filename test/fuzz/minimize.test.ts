import { describe, expect, it } from 'vitest';
import { minimize } from './minimize.ts';

describe('minimize', () => {
  it('leaves of a text what breaks it', async () => {
    const text = `${'a: 1\n'.repeat(100)}b: {{{\n${'c: 2\n'.repeat(100)}}}}`;

    expect(await minimize(text, async (shorter) => /\{.*\}/s.test(shorter))).toBe('{}');
  });

  it('leaves a text as it is of which every part is needed', async () => {
    expect(await minimize('abc', async (shorter) => shorter === 'abc')).toBe('abc');
  });
});
