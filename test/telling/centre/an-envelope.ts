import { memberNewsJsonSchema } from '../../../src/cli/member-news-schema.ts';
import { hasFormOf } from '../../../src/handlers/has-form.ts';

/** What the centre holds members' news against. */
export const hasForm = hasFormOf(memberNewsJsonSchema());

/** What an account put on the centre's bus, as EventBridge hands it to the queue. */
export const anEnvelope = (account: string, detail: unknown) => ({
  version: '0',
  id: 'an-envelope',
  'detail-type': 'Member News',
  source: 'cognito-lifeguard',
  account,
  time: '2026-11-23T10:00:00Z',
  region: 'eu-west-1',
  resources: [],
  detail: JSON.parse(JSON.stringify(detail)),
});
