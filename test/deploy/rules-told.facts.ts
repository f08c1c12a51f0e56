import { expect, test } from 'vitest';
import { inputDigest } from '../../src/cli/doctor/input-digest.ts';
import type { RulesPart } from '../../src/cli/doctor/rules-part.ts';
import { farAway, longestLength } from './longest.ts';
import { inMember, memberArtifact } from './members.ts';
import type { Variants } from './packaged.ts';
import { type Place, prod, resolved } from './resolved.ts';
import { idsOfType, listOf, properties, type Template } from './template.ts';

interface Target {
  readonly Arn: string;
  readonly RoleArn?: string;
  readonly Input?: string;
}

const partsOf = (template: Template, place: Place): readonly string[] =>
  idsOfType(template, 'AWS::SSM::Parameter')
    .filter((id) => id.startsWith('RulesParameter'))
    .map((id) => String(resolved(template, properties(template, id).Value, place)));

const read = (text: string): RulesPart => JSON.parse(text);

/** The rules of a template as AWS has them once they are made. */
const rulesOf = (template: Template, place: Place) =>
  idsOfType(template, 'AWS::Events::Rule').map((id) => {
    const rule = properties(template, id);
    const bus = rule.EventBusName && `${resolved(template, rule.EventBusName, place)}/`;
    const targets = resolved(template, rule.Targets, place) as readonly Target[];
    return {
      rule: `${bus ?? ''}${resolved(template, rule.Name ?? { Ref: id }, place)}`,
      ...(rule.EventPattern && { pattern: resolved(template, rule.EventPattern, place) }),
      ...(rule.ScheduleExpression && { schedule: rule.ScheduleExpression }),
      targets: targets.map((target) => {
        const input = inputDigest(target);
        return {
          arn: target.Arn,
          ...(target.RoleArn && { role: target.RoleArn }),
          ...(input !== undefined && { input }),
        };
      }),
    };
  });

export const rulesToldFacts = (variants: () => Variants): void => {
  const templates = (): readonly (readonly [Template, Place])[] => [
    ...Object.values(variants()).map(({ template }) => [template, prod] as const),
    [memberArtifact(variants()), inMember],
  ];
  const allowed = (template: Template, sid: string): readonly unknown[] =>
    listOf(
      properties(template, 'DoctorPolicy').PolicyDocument.Statement.find(
        ({ Sid }: { Sid: string }) => Sid === sid,
      ).Resource,
    );

  test('are all that the template has, as it has them: on every bus, with their patterns, schedules and targets', () => {
    for (const [template, place] of templates()) {
      const told = partsOf(template, place).flatMap((text) => read(text).rules);

      expect(told.length).toBeGreaterThan(15);
      expect(told.toSorted(byRule)).toEqual(rulesOf(template, place).toSorted(byRule));
    }
  });

  test('have parameters numbered from one on, each of which says how many there are', () => {
    for (const [template, place] of templates()) {
      const parts = partsOf(template, place);

      expect(new Set(parts.map((text) => read(text).of))).toEqual(new Set([parts.length]));
      expect(parts.map((_, index) => properties(template, `RulesParameter${index + 1}`).Name)).toEqual(
        parts.map((_, index) => `/cognito-lifeguard/prod/rules-${index + 1}`),
      );
    }
  });

  // AWS Systems Manager, "Quotas".
  test('fit in standard parameters of 4,096 characters, with the longest names that there are', () => {
    for (const [template, place] of templates())
      for (const text of partsOf(template, farAway(place)))
        expect(longestLength(text)).toBeLessThanOrEqual(4096);
  });

  test('may each be looked at by doctor, with the parameters that tell them', () => {
    for (const [template, place] of templates()) {
      const may = resolved(template, allowed(template, 'SeeRules'), place) as readonly string[];
      const begins = `arn:aws:events:${place.region}:111122223333:rule/`;
      const covers = (rule: string) =>
        may.some((arn) =>
          arn.endsWith('*') ? `${begins}${rule}`.startsWith(arn.slice(0, -1)) : arn === `${begins}${rule}`,
        );

      expect(rulesOf(template, place).filter(({ rule }) => !covers(rule))).toEqual([]);
      expect(resolved(template, allowed(template, 'FindDeployment'), place)).toContain(
        'arn:aws:ssm:eu-west-1:111122223333:parameter/cognito-lifeguard/prod/rules-*',
      );
    }
  });

  test('leave the policy of doctor within what IAM takes', () => {
    for (const [template, place] of templates()) {
      const policy = resolved(template, properties(template, 'DoctorPolicy').PolicyDocument, farAway(place));

      // IAM user guide, "IAM and AWS STS quotas": a managed policy, white space not counted.
      expect(longestLength(JSON.stringify(policy))).toBeLessThanOrEqual(6144);
    }
  });

  test('are simulated for doctor with the role that tells the centre, in a member', () => {
    const { member, plain } = variants();
    const role = { 'Fn::GetAtt': ['TellCentreRole', 'Arn'] };

    expect(allowed(member.template, 'SimulateRoles')).toContainEqual(role);
    expect(allowed(plain.template, 'SimulateRoles')).not.toContainEqual(role);
  });
};

const byRule = (left: { readonly rule: string }, right: { readonly rule: string }): number =>
  left.rule < right.rule ? -1 : 1;
