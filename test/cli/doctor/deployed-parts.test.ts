import { describe, expect, it } from 'vitest';
import { readParts } from '../../../src/cli/doctor/deployed-parts.ts';

const forwarding = {
  rule: 'forward',
  bus: 'arn:aws:events:eu-west-1:111122223333:event-bus/calls',
  busRule: 'arn:aws:events:eu-west-1:111122223333:rule/calls/forwarded',
  watch: 'forward-watch',
  deadLetters: 'forward-watch-dead-letters',
  busWatch: 'arn:aws:events:eu-west-1:111122223333:rule/calls/elsewhere',
  stackSet: 'forwarders',
};

const written = (ofForwarding: object): string =>
  JSON.stringify({
    rules: {},
    queues: {},
    deadLetters: {},
    topics: {},
    roles: {},
    key: 'arn:aws:kms:eu-west-1:111122223333:key/a-key',
    sweepMinutes: 60,
    regions: ['eu-west-1', 'us-east-1'],
    forwarding: ofForwarding,
  });

describe('the parts of a deployment', () => {
  it('are read whole', () => {
    expect(readParts(written(forwarding))).toMatchObject({ forwarding });
  });

  it.each(['watch', 'busWatch', 'bus'])('of a version that tells no %s are not read', (left) => {
    const { [left as 'watch']: _, ...older } = forwarding;

    expect(readParts(written(older))).toBeUndefined();
  });
});
