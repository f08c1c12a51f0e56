import { brokenConstraint } from '../cognito/constraints.ts';
import type { Members, Shape, StringShape } from '../cognito/shape.ts';
import { isObject, type Json, type JsonObject, objectAt } from '../json.ts';
import { FINDING_MEMBERS } from './finding-shape.ts';

/** BatchImportFindings, AWS Security Hub API reference: 240 KB for one finding. */
const LARGEST = 240 * 1024;

/** ProductFields and UserDefinedFields, same reference. */
const MOST_PAIRS = 50;

/**
 * What is wrong with a finding, in the words of Security Hub's validation, of which people have quoted some:
 * github.com/aquasecurity/kube-bench #903, github.com/aws-samples/aws-securityhub-config-integration #3.
 *
 * @returns undefined for a finding that Security Hub takes
 */
export function brokenFinding(finding: JsonObject): string | undefined {
  const broken = [...brokenMembers(FINDING_MEMBERS, finding, 'data'), ...brokenTogether(finding)];
  if (broken.length > 0) return `Finding does not adhere to Amazon Finding Format. ${broken.join(', ')}.`;
  return Buffer.byteLength(JSON.stringify(finding)) > LARGEST ? 'Finding size exceeds 240 KB.' : undefined;
}

function brokenMembers(members: Members, parent: JsonObject, at: string): readonly string[] {
  return Object.entries(members).flatMap(([name, shape]) => {
    const value = parent[name] ?? null;
    if (value !== null) return brokenValue(shape, value, `${at}.${name}`);
    return shape.required ? [`${at} should have required property '${name}'`] : [];
  });
}

function brokenValue(shape: Shape, value: Json, at: string): readonly string[] {
  const broken = brokenConstraint(shape, value);
  if (broken) return [`${at} ${wordsFor(shape, value)}`];
  if (shape.kind === 'structure' && isObject(value)) return brokenMembers(shape.members, value, at);
  if (shape.kind === 'list' && Array.isArray(value))
    return value.flatMap((item, index) => brokenValue(shape.of, item, `${at}[${index}]`));
  if (shape.kind === 'map' && isObject(value)) {
    return Object.entries(value).flatMap(([key, item]) => [
      ...brokenValue(shape.key, key, `${at} key`),
      ...brokenValue(shape.value, item, `${at}['${key}']`),
    ]);
  }
  return [];
}

function wordsFor(shape: Shape, value: Json): string {
  if (shape.kind === 'string' && typeof value === 'string') return wordsForText(shape, value);
  if (shape.kind === 'list' && Array.isArray(value)) {
    return value.length > (shape.max ?? value.length)
      ? `should NOT have more than ${shape.max} items`
      : `should NOT have fewer than ${shape.min} items`;
  }
  return shape.kind === 'integer' && typeof value === 'number'
    ? `should be between ${shape.min} and ${shape.max}`
    : `should be ${shape.kind}`;
}

function wordsForText(shape: StringShape, value: string): string {
  if (shape.enum) return 'should be equal to one of the allowed values';
  if (value.length > (shape.max ?? value.length)) return `should NOT be longer than ${shape.max} characters`;
  if (value.length < (shape.min ?? 0)) return `should NOT be shorter than ${shape.min} characters`;
  return `should match pattern "${shape.pattern}"`;
}

/** What no member shows alone. */
function brokenTogether(finding: JsonObject): readonly string[] {
  const { FindingProviderFields: given, Severity, Types, Remediation } = finding;
  const hasSeverity = isObject(given) || (isObject(Severity) && Array.isArray(Types));
  const severity = isObject(given) && isObject(given.Severity) ? given.Severity : Severity;
  const graded = isObject(severity) && (severity.Label !== undefined || severity.Normalized !== undefined);
  const advice = isObject(Remediation) ? Remediation.Recommendation : undefined;
  return [
    ...(hasSeverity
      ? []
      : [
          "data should have required property 'FindingProviderFields'",
          'data should match some schema in anyOf',
        ]),
    ...(hasSeverity && !graded ? ['data.Severity should have Label or Normalized'] : []),
    ...(isObject(advice) && advice.Text === undefined && advice.Url === undefined
      ? ['data.Remediation.Recommendation should have Text or Url']
      : []),
    ...['ProductFields', 'UserDefinedFields'].flatMap((member) =>
      Object.keys(objectAt(finding, member)).length > MOST_PAIRS
        ? [`data.${member} should NOT have more than ${MOST_PAIRS} properties`]
        : [],
    ),
  ];
}
