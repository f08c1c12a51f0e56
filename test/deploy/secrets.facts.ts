import { expect, test } from 'vitest';
import type { Variants } from './packaged.ts';
import { idsOfType, properties } from './template.ts';

/** Every variable of the functions, and why it is no secret. A new one has to be thought about here. */
const known: readonly string[] = [
  // Names, URLs and ARNs of resources.
  'LIFEGUARD_LEDGER_TABLE',
  'LIFEGUARD_NOTICES_QUEUE_URL',
  'LIFEGUARD_NOTICES_QUEUE_ARN',
  'LIFEGUARD_NOTICES_DEAD_LETTERS_URL',
  'LIFEGUARD_NOTICES_DEAD_LETTERS_ARN',
  'LIFEGUARD_POOL_CHANGES_QUEUE_URL',
  'LIFEGUARD_SWEEPS_QUEUE_URL',
  'LIFEGUARD_NOTICES_TOPIC_ARN',
  'LIFEGUARD_URGENT_TOPIC_ARN',
  'LIFEGUARD_TAMPERING_TOPIC_ARN',
  'LIFEGUARD_WATCHING_RULES',
  'LIFEGUARD_WATCH_DEAD_LETTERS',
  'LIFEGUARD_OWNER_TOPIC_PREFIX',
  'LIFEGUARD_CHAT_CONFIGURATION',
  'LIFEGUARD_SLACK_CHANNEL_ID',
  // The name of the parameter with the secret.
  'LIFEGUARD_SLACK_WEBHOOK_PARAMETER',
  // What was asked for.
  'LIFEGUARD_ACCOUNT_ALIAS',
  'LIFEGUARD_DEBT_AFTER',
  'LIFEGUARD_MAX_RECEIVE_COUNT',
  'LIFEGUARD_MODE',
  'LIFEGUARD_QUIET_HOURS',
  'LIFEGUARD_REMEDIATE_SENSITIVE',
  'LIFEGUARD_REGIONS',
  'LIFEGUARD_RETENTION_DAYS',
  'LIFEGUARD_SECURITY_HUB',
  'LIFEGUARD_SETTLE_SECONDS',
  'LIFEGUARD_STAGE',
  'LIFEGUARD_SWEEP_RATE',
  'LIFEGUARD_TELL_DENIED',
  'LIFEGUARD_UNKNOWN_SETTINGS',
  // What a member or a centre of an organization goes by.
  'LIFEGUARD_CALL_AS',
  'LIFEGUARD_CENTRE_BUS_ARN',
  'LIFEGUARD_CODE_DIGEST',
  'LIFEGUARD_MEMBERS_TOPIC_ARN',
  'LIFEGUARD_IS_CENTRE',
  'LIFEGUARD_SILENT_MINUTES',
  'LIFEGUARD_STACK_SET',
  'LIFEGUARD_VERSION',
  'POWERTOOLS_LOG_LEVEL',
  'POWERTOOLS_SERVICE_NAME',
];

/** What a secret looks like: an address with a token in its path, a key of AWS, a private key, a long random word. */
const secret =
  /hooks\.slack\.com|(?:AKIA|ASIA)[A-Z0-9]{16}|-----BEGIN|xox[abp]-|\{\{resolve:|(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{40,}(?![A-Za-z0-9/+])/;

/** Of what is deployed: as long as a secret, and none. */
const digest = /^sha256:[0-9a-f]{64}$/;

export const secretFacts = (variants: () => Variants): void => {
  test('are in no variable of a function, whatever the parameters', () => {
    for (const { template } of Object.values(variants()))
      for (const id of idsOfType(template, 'AWS::Lambda::Function')) {
        const { Variables } = properties(template, id).Environment;

        expect(Object.keys(Variables).filter((name) => !known.includes(name))).toEqual([]);
        for (const [name, value] of Object.entries(Variables))
          expect(typeof value === 'string' ? value.replace(digest, '') : '', name).not.toMatch(secret);
      }
  });

  test('can not be asked of the template: it has no parameters, and no default of one', () => {
    for (const { text } of Object.values(variants()))
      expect(JSON.parse(text)).not.toHaveProperty('Parameters');
  });
};
