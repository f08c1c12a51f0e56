import { describe, expect, it } from 'vitest';
import { emailText } from '../../src/notify/email-text.ts';
import { poolRef } from '../../src/pool/pool-ref.ts';
import { aClock } from '../support/a-clock.ts';
import { aPolicySet } from '../support/a-policy.ts';
import { anOutcome } from '../support/an-outcome.ts';
import { anOrganization } from './an-account.ts';

const centre = '999988887777';
const one = '222233334444';
const two = '333344445555';

const outcomeIn = (accountId: string) =>
  anOutcome({
    id: `outcome-of-${accountId}`,
    pool: { ...poolRef(accountId, 'eu-west-1', 'eu-west-1_AbCdEf123'), name: 'checkout-users' },
  });

const silentCount = (counts: readonly { readonly name: string; readonly value: number }[]) =>
  counts.filter(({ name }) => name === 'AccountsSilent').at(-1)?.value;

describe('an organization of two members and a centre', () => {
  it('hears at the centre, once, what was put right in a member, with the member’s account', async () => {
    const organization = anOrganization(aClock(), { centre, members: [{ id: one }, { id: two }] });
    organization.members[0]?.tell(outcomeIn(one));
    organization.members[0]?.tell(outcomeIn(one));

    await organization.pass(1, []);

    expect(organization.centre.told()).toEqual([outcomeIn(one).id]);
    const [told] = organization.centre.sent;
    expect(emailText(told?.notice ?? ({} as never)).body).toContain(`account ${one}`);
  });

  it('refuses at the centre what one member says of another, and keeps it for a person', async () => {
    const organization = anOrganization(aClock(), { centre, members: [{ id: one }, { id: two }] });
    organization.centre.hear(two, outcomeIn(one));

    await organization.pass(1, []);

    expect(organization.centre.told()).toEqual([]);
    expect(organization.centre.deadLetters).toHaveLength(1);
    expect(organization.centre.counts).toContainEqual({ name: 'NewsRefused', value: 1 });
  });

  it('tells what stands in all accounts in one digest', async () => {
    const organization = anOrganization(aClock(), {
      centre,
      members: [
        { id: one, standing: ['Checkout', 'Legacy'] },
        { id: two, standing: ['Payments'] },
      ],
    });

    await organization.pass(2);

    const digests = organization.centre.sent.filter(({ notice }) => notice.kind === 'digest');
    expect(digests).toHaveLength(1);
    const { subject, body } = emailText(digests[0]?.notice ?? ({} as never));
    expect(subject).toContain('3 pools in 2 accounts against policy');
    for (const said of [one, two, 'Checkout', 'Legacy', 'Payments']) expect(body).toContain(said);
  });

  it('counts nobody as silent while all sweep, and a member that stops within three hours', async () => {
    const organization = anOrganization(aClock(), { centre, members: [{ id: one }, { id: two }] });
    const { centre: atCentre, members } = organization;

    await organization.pass(4);
    expect(silentCount(atCentre.counts)).toBe(0);

    await organization.pass(4, [atCentre, ...members.slice(1)]);
    expect(silentCount(atCentre.counts)).toBe(1);

    await organization.pass(1);
    expect(silentCount(atCentre.counts)).toBe(0);
  });

  it('names in its digest the member that is silent, and the one with other policies', async () => {
    const organization = anOrganization(aClock(), {
      centre,
      members: [{ id: one, policies: { ...aPolicySet(), digest: 'sha256:0ther' } }, { id: two }],
    });

    await organization.pass(30, [organization.centre, ...organization.members.slice(0, 1)]);

    const digest = organization.centre.sent.findLast(({ notice }) => notice.kind === 'digest');
    const { body } = emailText(digest?.notice ?? ({} as never));
    expect(body).toContain(`${two}, never heard of`);
    expect(body).toContain(`${one}, other policies`);
  });

  it('is told of new policies once, by the centre, however many accounts have them', async () => {
    const organization = anOrganization(aClock(), { centre, members: [{ id: one }, { id: two }] });

    await organization.pass(2);

    const policies = organization.centre.sent.filter(({ notice }) => notice.kind === 'policies-changed');
    expect(policies.map(({ notice }) => notice.details)).toEqual([
      expect.objectContaining({ accountId: centre }),
    ]);
  });
});
