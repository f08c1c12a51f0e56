import { expect, test } from 'vitest';
import { readParts } from '../../src/cli/doctor/deployed-parts.ts';
import { neededActions } from '../../src/cli/doctor/needed-actions.ts';
import { farAway, longestLength } from './longest.ts';
import { inMember, memberArtifact } from './members.ts';
import type { Variants } from './packaged.ts';
import { prod, resolved } from './resolved.ts';
import { properties, roleActions, type Template } from './template.ts';

const textOf = (template: Template, where = prod): string =>
  String(resolved(template, properties(template, 'PartsParameter').Value, where));

const partsOf = (template: Template) => {
  const parts = readParts(textOf(template));
  if (!parts) throw new Error('The parameter has another form.');
  return parts;
};

const place = { accountId: '111122223333', region: 'eu-west-1', table: 'a-table' };

export const partsFacts = (variants: () => Variants): void => {
  const templates = (): readonly Template[] => [
    ...Object.values(variants()).map(({ template }) => template),
    memberArtifact(variants()),
  ];

  test('are told by a parameter that doctor reads, whatever was asked for', () => {
    for (const template of templates()) expect(partsOf(template)).toMatchObject({ stage: 'prod' });
  });

  // AWS Systems Manager, "Quotas": 4,096 characters.
  test('fit in a standard parameter, with the longest names that there are', () => {
    for (const template of templates())
      for (const where of [prod, inMember])
        expect(longestLength(textOf(template, farAway(where)))).toBeLessThanOrEqual(4096);
  });

  test('need the actions that the roles have, and no others', () => {
    for (const template of templates()) {
      const parts = partsOf(template);
      const needed = neededActions(parts, place);
      for (const role of Object.keys(parts.roles)) {
        const asked = needed.filter((each) => each.role === role).flatMap(({ actions }) => actions);
        expect([...new Set(asked)].sort()).toEqual([...new Set(roleActions(template, role))].sort());
      }
    }
  });

  test('say which stack set makes what is in other Regions: the account’s own, or the organization’s', () => {
    const { full, member } = variants();

    // A management account has a member's deployment that no stack set makes.
    for (const { template } of [full, member])
      expect(partsOf(template).forwarding).toMatchObject({
        stackSet: 'cognito-lifeguard-prod-eu-west-1-forwarders',
      });
    expect(partsOf(member.template).forwarding).not.toHaveProperty('callAs');
    expect(partsOf(memberArtifact(variants())).forwarding).toMatchObject({
      stackSet: 'cognito-lifeguard-prod-members-forwarders',
      callAs: 'DELEGATED_ADMIN',
    });
  });
};
