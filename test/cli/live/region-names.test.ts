import { describe, expect, it } from 'vitest';
import { isKnownRegion, knownRegions } from '../../../src/cli/live/region-names.ts';
import { isRegionName } from '../../../src/pool/region-name.ts';

describe('Regions by name', () => {
  it.each(['af-south-1', 'ap-southeast-7', 'cn-northwest-1', 'eusc-de-east-1', 'us-gov-west-1'])(
    '%s is known, and among those that are',
    (name) => {
      expect(isKnownRegion(name)).toBe(true);
      expect(knownRegions()).toContain(name);
    },
  );

  it('have the form of a Region, all that are known', () => {
    expect(knownRegions().filter((name) => !isRegionName(name))).toEqual([]);
  });

  it.each(['eu-west-9', 'eu-wset-1', 'aws-global-1'])('%s has the form and is not known', (name) => {
    expect(isRegionName(name)).toBe(true);
    expect(isKnownRegion(name)).toBe(false);
  });

  it.each(['', 'Ireland', 'eu-west', 'eu_west_1', 'eu-west-1\u001b[2J'])('"%s" can be none', (name) => {
    expect(isRegionName(name)).toBe(false);
  });
});
