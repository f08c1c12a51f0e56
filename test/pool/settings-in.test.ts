import { describe, expect, it } from 'vitest';
import { jsonAt } from '../../src/pool/pool-snapshot.ts';
import { settings } from '../../src/pool/settings.ts';
import { settingsIn } from '../../src/pool/settings-in.ts';
import { aPoolSnapshot } from '../support/a-pool-snapshot.ts';

describe('settingsIn', () => {
  it('finds each row of the catalogue that has a value at its path, and no other', () => {
    const { userPool } = aPoolSnapshot();
    const byPath = settings.filter(({ path }) => jsonAt(userPool, path) !== undefined);

    const found = settingsIn(userPool);

    expect(found.map(({ path }) => path).toSorted()).toEqual(byPath.map(({ path }) => path).toSorted());
    expect(found.length).toBeGreaterThan(40);
  });

  it('passes over members that the catalogue doesn’t know, prototypes’ among them', () => {
    expect(settingsIn(JSON.parse('{"Future": {"A": 1}, "__proto__": {"UserPoolTier": "PLUS"}}'))).toEqual([]);
  });
});
