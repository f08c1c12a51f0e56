import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingId } from '../../src/notify/finding-id.ts';
import { securityFindings } from '../../src/notify/security-finding.ts';
import { toldNotices } from '../notify/told-notices.ts';

const page = readFileSync(new URL('../../docs/security-hub.md', import.meta.url), 'utf8');

const findings = Object.values(toldNotices).flatMap(securityFindings);

describe('docs/security-hub.md', () => {
  it('shows how to make the id that a finding has', () => {
    const [, arn = '', rule = '', id] =
      /printf '%s %s' (\S+) (\S+) \|\n {2}sha256sum \| cut -c 1-32 {3}# (\w+)/.exec(page) ?? [];

    expect(findingId(arn, rule)).toBe(`cognito-lifeguard/${id}`);
  });

  it('asks for permission on the product that findings are imported for', () => {
    const [, resource = ''] = /"Resource": "(.+)"/.exec(page) ?? [];

    for (const { ProductArn, AwsAccountId, Resources } of findings)
      expect(ProductArn).toBe(
        resource.replace('REGION', Resources?.[0]?.Region ?? '').replaceAll('ACCOUNT', AwsAccountId ?? ''),
      );
  });

  it('names every field by which people can filter', () => {
    const [, row = ''] = /^\| `ProductFields` \| (.+) \|$/m.exec(page) ?? [];
    const named = [...row.matchAll(/`([\w-]+)`/g)].map(([, name]) => `cognito-lifeguard/${name}`);

    const fields = new Set(findings.flatMap(({ ProductFields }) => Object.keys(ProductFields ?? {})));
    fields.delete('ProviderName');
    expect(named.toSorted()).toEqual([...fields].toSorted());
  });

  it('has a row for each state that a finding can have', () => {
    const states = new Set(
      findings.map(({ RecordState, Compliance }) => `\`${RecordState}\` | \`${Compliance?.Status}\``),
    );

    expect(states.size).toBe(3);
    for (const state of states) expect(page).toContain(`| ${state}`);
  });
});
