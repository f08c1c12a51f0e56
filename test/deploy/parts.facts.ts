import { expect, test } from 'vitest';
import { readParts } from '../../src/cli/doctor/deployed-parts.ts';
import { neededActions } from '../../src/cli/doctor/needed-actions.ts';
import type { Variants } from './packaged.ts';
import { properties, roleActions, type Template } from './template.ts';

/** The parameter with a name of its own in the place of each that CloudFormation gives. */
const partsOf = (template: Template) => {
  const { Value } = properties(template, 'PartsParameter');
  const filled = String(Value['Fn::Sub']).replace(/\$\{([A-Za-z]+)(\.Arn)?\}/g, (_, id: string, isArn) => {
    properties(template, id);
    return isArn ? `arn:aws:iam::111122223333:role/${id}` : `https://example.com/${id}`;
  });
  return { parts: readParts(filled), size: Buffer.byteLength(filled) };
};

const place = { accountId: '111122223333', region: 'eu-west-1', table: 'a-table' };

export const partsFacts = (variants: () => Variants): void => {
  test('are told by a parameter that doctor reads, whatever was asked for', () => {
    for (const { template } of Object.values(variants()))
      expect(partsOf(template).parts).toMatchObject({ stage: 'prod' });
  });

  test('fit in a standard parameter, with the longest names that CloudFormation gives', () => {
    for (const { template } of Object.values(variants())) expect(partsOf(template).size).toBeLessThan(3000);
  });

  test('need the actions that the roles have, and no others', () => {
    for (const { template } of Object.values(variants())) {
      const { parts } = partsOf(template);
      if (!parts) throw new Error('The parameter has another form.');
      const needed = neededActions(parts, place);
      for (const role of Object.keys(parts.roles)) {
        const asked = needed.filter((each) => each.role === role).flatMap(({ actions }) => actions);
        expect([...new Set(asked)].sort()).toEqual([...new Set(roleActions(template, role))].sort());
      }
    }
  });
};
