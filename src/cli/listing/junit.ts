import { inert } from '../report/inert.ts';
import type { Listing, Unreached } from './listing.ts';
import { shownSubject } from './shown-subject.ts';
import type { Verdict } from './verdict.ts';

/**
 * A listing as JUnit XML, the form that CI systems read: a suite for each subject, a case for each rule. What is
 * exempted or undetermined is skipped; what could not be looked at is an error.
 */
export const junit = ({ verdicts, unreached }: Listing): string => {
  const suites = [...Map.groupBy(verdicts, ({ subject }) => `${subject.id}\n${subject.place?.file ?? ''}`)];
  const all = tally(verdicts, unreached.length);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="lifeguard" ${all}>`,
    ...suites.flatMap(([, cases]) => suiteOf(cases)),
    ...unreached.flatMap(errorOf),
    '</testsuites>',
  ].join('\n');
};

const suiteOf = (cases: readonly Verdict[]): readonly string[] => {
  const [first] = cases;
  return first
    ? [
        `  <testsuite name="${attribute(shownSubject(first.subject))}" id="${attribute(first.subject.id)}" ${tally(cases)}>`,
        ...cases.flatMap(caseOf),
        '  </testsuite>',
      ]
    : [];
};

const caseOf = ({ status, policy, rule, at, severity, message, why, next }: Verdict): readonly string[] => {
  const head = `    <testcase classname="${attribute(policy)}" name="${attribute(rule)}" file="${attribute(at.file)}" line="${at.line}"`;
  switch (status) {
    case 'compliant':
      return [`${head}/>`];
    case 'exempted':
    case 'undetermined':
      return [
        `${head}>`,
        `      <skipped message="${attribute(`${status}: ${message}`)}"/>`,
        '    </testcase>',
      ];
    default:
      return [
        `${head}>`,
        `      <failure type="${severity}" message="${attribute(message)}">${text([why, ...(next === undefined ? [] : [next])].join(' '))}</failure>`,
        '    </testcase>',
      ];
  }
};

const errorOf = ({ what, message }: Unreached): readonly string[] => [
  `  <testsuite name="${attribute(what)}" tests="1" failures="0" errors="1" skipped="0">`,
  '    <testcase classname="lifeguard" name="look">',
  `      <error type="unreached" message="${attribute(message)}"/>`,
  '    </testcase>',
  '  </testsuite>',
];

const tally = (cases: readonly Verdict[], errors = 0): string => {
  const failures = cases.filter(({ status }) => status === 'violation' || status === 'refused').length;
  const skipped = cases.filter(({ status }) => status === 'exempted' || status === 'undetermined').length;
  return `tests="${cases.length + errors}" failures="${failures}" errors="${errors}" skipped="${skipped}"`;
};

const entities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** What stands in an attribute or between tags; U+FFFE and U+FFFF are no characters of XML 1.0 (§2.2). */
const text = (raw: string): string =>
  inert(raw)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');

const attribute = text;
