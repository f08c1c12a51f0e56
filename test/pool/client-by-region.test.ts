import { expect, it } from 'vitest';
import { clientByRegion } from '../../src/pool/client-by-region.ts';

it('makes a client for each Region when it is first asked for, and keeps it', () => {
  const made: string[] = [];
  const clientIn = clientByRegion((region) => {
    made.push(region);
    return { region };
  });

  const [first, other, again] = ['eu-west-1', 'us-east-1', 'eu-west-1'].map(clientIn);

  expect(made).toEqual(['eu-west-1', 'us-east-1']);
  expect(again).toBe(first);
  expect(other).toEqual({ region: 'us-east-1' });
});
