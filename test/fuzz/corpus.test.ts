import { describe, expect, it } from 'vitest';
import { chanceOf } from '../faults/world/chance.ts';
import { corpusOf } from './corpus.ts';

const features = (...numbers: readonly number[]): Uint32Array => Uint32Array.from(numbers);

describe('a corpus', () => {
  it('keeps a text that reaches something new, and no other', () => {
    const corpus = corpusOf();

    expect(corpus.offer('first', features(16, 32), 1)).toBe(true);
    expect(corpus.offer('again', features(16, 32), 1)).toBe(false);
    expect(corpus.offer('third', features(16, 48), 1)).toBe(true);

    expect(corpus.entries().map(({ text }) => text)).toEqual(['first', 'third']);
    expect(corpus.figures()).toEqual({ entries: 2, blocks: 3, features: 3 });
  });

  it('keeps a much shorter text in the place of those that reach no more', () => {
    const corpus = corpusOf();
    corpus.offer('a long text', features(16, 32), 1);

    expect(corpus.offer('short', features(16, 32), 1)).toBe(false);

    expect(corpus.entries().map(({ text }) => text)).toEqual(['short']);
  });

  it('builds more often on what is read fast', () => {
    const corpus = corpusOf();
    corpus.offer('slow', features(16), 100);
    corpus.offer('fast', features(32), 1);
    const chance = chanceOf(1);

    const picked = Array.from({ length: 200 }, () => corpus.pick(chance).text);

    expect(picked.filter((text) => text === 'fast').length).toBeGreaterThan(120);
    expect(picked).toContain('slow');
  });
});
