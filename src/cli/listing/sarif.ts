import { oneLine } from '../../notify/escape.ts';
import { inertJson } from '../../notify/inert-json.ts';
import type { Severity, SourcePlace } from '../../policy/policy.ts';
import type { Listing } from './listing.ts';
import { shownSubject } from './shown-subject.ts';
import type { Verdict } from './verdict.ts';

/** SARIF 2.1.0 (OASIS), §3.27.10. */
const levels: { readonly [severity in Severity]: 'error' | 'warning' | 'note' } = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
};

/**
 * GitHub's scale of security severities: critical over 9.0, high from 7.0, medium from 4.0, low from 0.1.
 * Source: GitHub docs, "SARIF support for code scanning".
 */
const scores: { readonly [severity in Severity]: string } = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
};

/**
 * A listing as SARIF 2.1.0. A live pool stands in no file: its result is at the policy's line, and the pool is the
 * logical location. A declared pool's result is where it is declared, and the policy's line is related.
 */
export const sarif = ({ verdicts, unreached }: Listing, version: string): string => {
  const listed = verdicts.filter(({ status }) => status !== 'compliant');
  const rules = [...new Map(listed.map((verdict) => [oneLine(verdict.rule), verdict])).values()];
  const ids = rules.map(({ rule }) => oneLine(rule));
  const run = {
    tool: {
      driver: {
        name: 'Lifeguard',
        semanticVersion: version,
        rules: rules.map(ruleOf),
      },
    },
    invocations: [
      {
        executionSuccessful: unreached.length === 0,
        toolExecutionNotifications: unreached.map(({ what, message }) => ({
          level: 'error',
          message: { text: unlinked(`${what}: ${message}`) },
        })),
      },
    ],
    results: listed.map((verdict) => resultOf(verdict, ids.indexOf(oneLine(verdict.rule)))),
  };
  return inertJson(
    { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] },
    2,
  );
};

const ruleOf = ({ rule, why, setting, required, policy, severity }: Verdict) => {
  const what = setting === '' ? why : `${setting}: ${required}.`;
  return {
    id: oneLine(rule),
    shortDescription: { text: oneLine(what) },
    fullDescription: { text: oneLine(why) },
    help: { text: oneLine(`${what} ${why} Policy: ${policy}.`) },
    defaultConfiguration: { level: levels[severity] },
    properties: { 'security-severity': scores[severity], tags: ['security', `severity:${severity}`] },
  };
};

const resultOf = (verdict: Verdict, ruleIndex: number) => {
  const { status, subject, rule, policy, severity, at, message, next } = verdict;
  // §3.27.9: a result that isn't a failure has no level.
  const isOpen = status === 'undetermined';
  const isElsewhere =
    subject.place !== undefined && (subject.place.file !== at.file || subject.place.line !== at.line);
  return {
    ruleId: oneLine(rule),
    ruleIndex,
    kind: isOpen ? 'open' : 'fail',
    level: isOpen ? 'none' : levels[severity],
    message: {
      text: unlinked(`${shownSubject(subject)}: ${message}${next === undefined ? '' : ` ${next}`}`),
    },
    locations: [
      {
        physicalLocation: physical(subject.place ?? at),
        logicalLocations: [
          { name: oneLine(subject.name), fullyQualifiedName: oneLine(subject.id), kind: 'resource' },
        ],
      },
    ],
    ...(isElsewhere && {
      relatedLocations: [
        { id: 1, physicalLocation: physical(at), message: { text: unlinked(`The rule ${rule}`) } },
      ],
    }),
    // Many pools can stand at one line of one policy: without this they would be taken for one result.
    partialFingerprints: { 'subjectAndRule/v1': oneLine(`${subject.id} ${policy} ${rule}`) },
    ...(status === 'exempted' && {
      suppressions: [{ kind: 'external', status: 'accepted', justification: oneLine(message) }],
    }),
  };
};

/** §3.11.6: in a message, `[text](target)` is a link, and a tag can say so. Apart, the brackets mean nothing. */
const unlinked = (text: string): string => oneLine(text).replaceAll('](', '] (');

const physical = ({ file, line, column }: SourcePlace) => ({
  artifactLocation: locationOf(file),
  region: { startLine: line, startColumn: column },
});

/** RFC 3986: what isn't allowed in a path segment is encoded, a colon too, since it could be taken for a scheme. */
const locationOf = (file: string) => {
  const path = file.toWellFormed().replaceAll('\\', '/').replace(/^\.\//, '');
  const uri = path.split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? { uri: `file://${uri}` } : { uri, uriBaseId: '%SRCROOT%' };
};
