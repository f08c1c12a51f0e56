import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatted, listingFormats } from '../../../src/cli/listing/format.ts';
import { aDeclaredVerdict, aListing, aVerdict, hostile } from '../../support/a-verdict.ts';
import { sarifSchema } from './sarif.schema.ts';
import { xmlMistake } from './xml-mistake.ts';

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strict: false, validateFormats: false });
const isSarif = ajv.compile(sarifSchema);
const isListing = ajv.compile(JSON.parse(readFileSync('docs/verdicts.schema.json', 'utf8')));

const evil = aVerdict({
  subject: { name: hostile, id: hostile },
  policy: hostile,
  rule: hostile,
  why: hostile,
  required: hostile,
  found: hostile,
  to: hostile,
  message: hostile,
  next: hostile,
  at: { file: `policies/${hostile}.yaml`, line: 3, column: 1 },
});

const every = aListing(
  [
    aVerdict({ severity: 'low' }),
    aVerdict({ status: 'refused', severity: 'critical', rule: 'threat-protection', next: 'Move to PLUS.' }),
    aVerdict({ status: 'exempted', rule: 'recovery-order' }),
    aDeclaredVerdict({ status: 'undetermined', rule: 'deletion-protection' }),
    aVerdict({ status: 'compliant', rule: 'tagged' }),
    aDeclaredVerdict(),
    evil,
  ],
  [{ what: `ap-south-1${hostile}`, message: hostile }],
);

const show = (format: (typeof listingFormats)[number], listing = every): string =>
  formatted(listing, format, '1.2.3');

describe('a listing', () => {
  it('begins with what is worst', () => {
    expect(every.verdicts.map(({ severity, status }) => `${severity} ${status}`)).toEqual([
      'critical refused',
      'high violation',
      'high violation',
      'low violation',
      'high undetermined',
      'high exempted',
      'high compliant',
    ]);
  });

  it.each(listingFormats)('shows nothing live of what is hostile, as %s', (format) => {
    expect(show(format)).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
  });

  it.each(listingFormats)('can be had of nothing, as %s', (format) => {
    expect(show(format, aListing([]))).not.toBe('');
  });
});

describe('a listing as JSON', () => {
  it('has the published form', () => {
    isListing(JSON.parse(show('json')));

    expect(isListing.errors).toBeNull();
  });
});

describe('a listing as SARIF', () => {
  it('keeps to SARIF 2.1.0', () => {
    isSarif(JSON.parse(show('sarif')));

    expect(isSarif.errors).toBeNull();
  });

  it('has no link in a message, whatever a pool says', () => {
    const says = 'the tag is [all is well](https://example.com) [1](1)';
    const listing = aListing(
      [aVerdict({ message: says, next: says })],
      [{ what: 'eu-west-1', message: says }],
    );

    const [run] = JSON.parse(show('sarif', listing)).runs;

    expect(JSON.stringify([run.results, run.invocations])).not.toContain('](');
  });

  it('names for each result a rule that is there', () => {
    const [run] = JSON.parse(show('sarif')).runs;

    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
  });

  it('places a live pool at the policy’s line, with the pool as what it is about', () => {
    const [run] = JSON.parse(show('sarif', aListing([aVerdict()]))).runs;

    expect(run.results[0].locations).toMatchObject([
      {
        physicalLocation: {
          artifactLocation: { uri: 'policies/baseline.yaml' },
          region: { startLine: 14, startColumn: 5 },
        },
        logicalLocations: [{ name: 'checkout-users' }],
      },
    ]);
  });

  it('places a declared pool in its file, with the policy’s line beside it', () => {
    const [run] = JSON.parse(show('sarif', aListing([aDeclaredVerdict()]))).runs;

    const [result] = run.results;
    expect(result.locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: 'infra/my%20template.yaml' },
      region: { startLine: 7 },
    });
    expect(result.relatedLocations[0].physicalLocation.region.startLine).toBe(14);
  });

  it('suppresses what is exempted', () => {
    const [run] = JSON.parse(show('sarif', aListing([aVerdict({ status: 'exempted' })]))).runs;

    expect(run.results[0].suppressions).toMatchObject([{ kind: 'external', status: 'accepted' }]);
  });

  it('tells two pools at one line apart', () => {
    const other = aVerdict({ subject: { name: 'checkout-users', id: 'another ARN' } });
    const [run] = JSON.parse(show('sarif', aListing([aVerdict(), other]))).runs;

    const prints = run.results.map((result: object) => JSON.stringify(Object.entries(result).at(-1)));
    expect(new Set(prints).size).toBe(2);
  });
});

describe('a listing as JUnit', () => {
  it('is well-formed', () => {
    expect(xmlMistake(show('junit'))).toBeUndefined();
  });

  it('has a suite for each subject and a case for each rule, those that hold too', () => {
    const text = show('junit', aListing([aVerdict(), aVerdict({ status: 'compliant', rule: 'tagged' })]));

    expect(text.match(/<testsuite /g)).toHaveLength(1);
    expect(text).toContain('<testsuites name="lifeguard" tests="2" failures="1" errors="0" skipped="0">');
    expect(text).toContain('name="tagged" file="policies/baseline.yaml" line="14"/>');
  });
});

describe('a listing as Markdown', () => {
  it('fits a comment, worst first, and says how many more there are', () => {
    const many = Array.from({ length: 3000 }, () => aVerdict({ why: '🛟'.repeat(400) }));
    const text = show('markdown', aListing([...many, aVerdict({ severity: 'critical', rule: 'worst' })]));

    expect(Buffer.byteLength(text)).toBeLessThan(65_536);
    expect(text.split('\n').find((line) => line.startsWith('- '))).toContain('`worst`');
    const shown = text.match(/^- /gm)?.length ?? 0;
    expect(text).toContain(`…and ${3001 - shown} more.`);
  });

  it('has everything from outside in code spans', () => {
    const outside = show('markdown', aListing([evil])).replace(/`[^`\n]*`/g, '');

    expect(outside).not.toMatch(/[<>&@|[\]]|https?:|everyone|#1/);
  });
});

describe('any text from outside', () => {
  it('leaves every form sound', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    const verdict = fc
      .tuple(text, text, text, text, fc.constantFrom('violation', 'refused', 'exempted', 'undetermined'))
      .map(([name, rule, message, file, status]) =>
        aVerdict({
          subject: { name, id: name },
          ...{ rule, message, status, why: message },
          at: { file: file || 'x', line: 1, column: 1 },
        }),
      );

    fc.assert(
      fc.property(fc.array(verdict, { maxLength: 5 }), (verdicts) => {
        const listing = aListing(verdicts);
        expect(xmlMistake(show('junit', listing))).toBeUndefined();
        expect(isSarif(JSON.parse(show('sarif', listing))) || isSarif.errors).toBe(true);
        expect(isListing(JSON.parse(show('json', listing))) || isListing.errors).toBe(true);
        expect(show('markdown', listing).replace(/`[^`\n]*`/g, '')).not.toMatch(/[`<>&@|[\]]/);
      }),
    );
  });
});
