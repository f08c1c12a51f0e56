import { describe, expect, it } from 'vitest';
import { pathTree } from '../../src/pool/path-tree.ts';

describe('pathTree', () => {
  it('leads member by member to what is known of a path', () => {
    const tree = pathTree([
      ['A.B', 1],
      ['A.C', 2],
      ['A', 3],
    ]);

    expect(tree.members.get('A')?.known).toBe(3);
    expect(tree.members.get('A')?.members.get('C')?.known).toBe(2);
    expect(tree.members.get('A')?.members.get('D')).toBeUndefined();
    expect(tree.known).toBeUndefined();
  });

  it('keeps the first of two things that are known of one path', () => {
    expect(
      pathTree([
        ['A', 1],
        ['A', 2],
      ]).members.get('A')?.known,
    ).toBe(1);
  });
});
