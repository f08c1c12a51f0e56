import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alarmFacts } from './alarms.facts.ts';
import { dashboardFacts } from './dashboard.facts.ts';
import { deployerFacts } from './deployer.facts.ts';
import { keyFacts } from './key.facts.ts';
import { ledgerFacts } from './ledger.facts.ts';
import { organizationFacts } from './organization.facts.ts';
import { organizationAlertFacts } from './organization-alerts.facts.ts';
import { ownerFacts } from './owners.facts.ts';
import { type Packaged, type PackageRun, packaged, runPackage, scratch, type Variants } from './packaged.ts';
import { partsFacts } from './parts.facts.ts';
import { peopleFacts } from './people.facts.ts';
import { queueFacts } from './queues.facts.ts';
import { regionFacts } from './regions.facts.ts';
import { removalFacts } from './removal.facts.ts';
import { replacementFacts } from './replacement.facts.ts';
import { roleFacts } from './roles.facts.ts';
import { ruleFacts } from './rules.facts.ts';
import { rulesToldFacts } from './rules-told.facts.ts';
import { secretFacts } from './secrets.facts.ts';
import { stopWritingFacts } from './stop-writing.facts.ts';
import { subscriberFacts } from './subscribers.facts.ts';
import { tamperingFacts } from './tampering.facts.ts';
import { templateFacts } from './template.facts.ts';
import { trailFacts } from './trail.facts.ts';
import { zipFacts } from './zips.facts.ts';

const made: { -readonly [variant in keyof Variants]?: Packaged } = {};
const runs: { again?: Packaged; badPolicies?: PackageRun; badParameters?: PackageRun } = {};

// One test file, so that the slow part is done once. The first packaging leaves to the others what the framework keeps;
// two of those are refused. Those of other policy files come last: all of them build the functions into the same folder.
beforeAll(async () => {
  made.plain = await packaged();
  [runs.again, made.notify, made.full, runs.badPolicies, runs.badParameters] = await Promise.all([
    packaged(),
    packaged({ mode: 'notify' }),
    packaged({
      regions: 'eu-west-1,us-east-1,ap-southeast-2',
      emails: 'security@example.com,ops@example.com',
      urgentEmails: 'on-call@example.com',
      quietHours: '22:00-07:00 Europe/Berlin',
      slackWebhookParameter: '/cognito-lifeguard/prod/slack-webhook',
      securityHub: 'true',
      slackWorkspaceId: 'T0123456789',
      slackChannelId: 'C0123456789',
      smsRoleArns: 'arn:aws:iam::111122223333:role/sms-one,arn:aws:iam::111122223333:role/sms-two',
      sweepEvery: 'rate(6 hours)',
      sweepRate: '0.25',
      settleSeconds: '60',
      debtAfter: '30',
      tellDenied: 'true',
      retentionDays: '90',
      organizationId: 'o-a1b2c3d4e5',
      accountAlias: 'payments',
      permissionsBoundary: 'arn:aws:iam::111122223333:policy/boundary',
      createTrail: 'true',
      logLevel: 'DEBUG',
    }),
    runPackage({ policies: 'test/deploy/policies-with-mistakes' }),
    runPackage({ mode: 'enforce', email: 'ops@example.com', regions: 'us-east-1' }),
  ]);
  [made.owned, made.member] = await Promise.all([
    packaged({ policies: 'test/deploy/policies-with-owners' }),
    packaged({
      policies: 'test/deploy/policies-with-owners',
      centreAccountId: '999988887777',
      regions: 'eu-west-1,us-east-1',
    }),
  ]);
}, 300_000);

afterAll(() => rm(scratch, { recursive: true }));

const variants = (): Variants => made as Variants;

describe('template', () => templateFacts(variants));
describe('roles', () => roleFacts(variants));
describe('rules', () => ruleFacts(variants));
describe('regions', () => regionFacts(variants));
describe('queues', () => queueFacts(variants));
describe('key', () => keyFacts(variants));
describe('alarms', () => alarmFacts(variants));
describe('dashboard', () => dashboardFacts(variants));
describe('ledger', () => ledgerFacts(variants));
describe('parts', () => partsFacts(variants));
describe('the rules that are told', () => rulesToldFacts(variants));
describe('people', () => peopleFacts(variants));
describe('subscribers', () => subscriberFacts(variants));
describe('owners', () => ownerFacts(variants));
describe('organization', () => organizationFacts(variants));
describe('alerts of an organization', () => organizationAlertFacts(variants));
describe('tampering', () => tamperingFacts(variants));
describe('the role that writes', () => stopWritingFacts(variants));
describe('whoever deploys', () => deployerFacts(variants));
describe('trail', () => trailFacts(variants));
describe('secrets', () => secretFacts(variants));
describe('replacement', () => replacementFacts(variants));
describe('removal', () => removalFacts(variants));
describe('zips', () => zipFacts(variants));

describe('a packaging of the same', () => {
  test('makes the same template and the same files in the zips, byte for byte', () => {
    // Where a deployment puts the zips has its time in it.
    const timeless = (text: string | undefined) => text?.replaceAll(/\d{13}-[\dT:.-]+Z/g, 'TIME');

    expect(timeless(runs.again?.text)).toBe(timeless(variants().plain.text));
    expect(runs.again?.zips).toEqual(variants().plain.zips);
  });
});

describe('refused packagings', () => {
  test('policy mistakes end the run with a place for each and nothing packaged', () => {
    expect(runs.badPolicies).toMatchObject({ exitCode: 1, files: [] });
    const place = (line: number) =>
      expect.stringMatching(`policies-with-mistakes/mistaken\\.yaml:${line}:\\d+ `);
    expect(runs.badPolicies?.output.split('\n')).toEqual(expect.arrayContaining([place(9), place(15)]));
  });

  test('parameter mistakes end the run with a line for each and nothing packaged', () => {
    expect(runs.badParameters).toMatchObject({ exitCode: 1, files: [] });
    expect(runs.badParameters?.output.split('\n')).toEqual(
      expect.arrayContaining([
        'email: there is no such parameter; the nearest is emails',
        'mode: "enforce" is neither remediate nor notify',
        'regions: eu-west-1, which is deployed to, is not among them: name it too, or deploy to one of them with --region',
      ]),
    );
  });
});
