import type { Outcome } from '../../src/remediation/outcome.ts';
import { toldAnnouncements } from '../notify/told-announcements.ts';
import { toldOutcomes } from '../notify/told-outcomes.ts';
import { anActor } from '../support/a-pool-change.ts';
import { aFinding, anOutcome, anUnwrittenOutcome } from '../support/an-outcome.ts';
import { aFolderWith, type MakeWorld } from './a-cli-world.ts';

const hostile = '<!channel> https://evil.example \u001b[2J\u202e`*bold*`';

const files: { readonly [name: string]: unknown } = {
  'put-right.json': toldOutcomes['remediated-one'],
  'digest.json': toldAnnouncements.digest,
  'compliant.json': anUnwrittenOutcome({ kind: 'compliant', findings: [] }),
  'several.json': [
    anOutcome(),
    anUnwrittenOutcome({
      kind: 'planned',
      causes: [{ kind: 'asked', eventTime: '2026-11-23T09:14:00.000Z' }],
    }),
    toldAnnouncements['pause-begun'],
  ],
  'hostile.json': {
    ...anOutcome({
      id: hostile,
      findings: [aFinding({ rule: hostile, why: hostile, required: hostile })],
      causes: [
        {
          ...(anOutcome().causes[0] as Extract<Outcome['causes'][number], { kind: 'call' }>),
          actor: anActor({ arn: hostile, userAgent: hostile }),
        },
      ],
    }),
    pool: { ...anOutcome().pool, name: hostile },
  },
  'mistaken.json': [
    { ...anOutcome(), kind: 'remedied', carried: '61', 'note\u001b[31m': 1 },
    anOutcome(),
    { ...anOutcome(), findings: [{ ...aFinding(), severity: 'hgih', found: { a: [] } }] },
    { schema: 'cognito-lifeguard/notice/1' },
    { ...toldAnnouncements.digest, kind: 'digset' },
    { source: 'aws.cognito-idp' },
    'an outcome',
  ],
};

/** Where files hold what people may be told. */
export const noticeWorlds: { readonly [name: string]: MakeWorld } = {
  'files hold outcomes and announcements': async (atEnd) => ({
    environment: {},
    folder: await aFolderWith(
      {
        ...Object.fromEntries(Object.entries(files).map(([name, held]) => [name, JSON.stringify(held)])),
        'cut-off.json': '{"schema": "cognito-lifeguard/outcome/1"',
        'empty.json': '',
        'nothing.json': '[]',
      },
      atEnd,
    ),
  }),
};
