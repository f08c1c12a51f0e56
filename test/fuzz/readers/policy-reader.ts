import { evaluate } from '../../../src/policy/evaluate.ts';
import { compilePolicies } from '../../../src/policy/loader/compile-policies.ts';
import { ownersOf } from '../../../src/policy/owners-of.ts';
import { aPoolSnapshot } from '../../support/a-pool-snapshot.ts';
import { hold } from './hold.ts';
import { holdPlaces } from './hold-places.ts';
import { filesIn, joined } from './policy-folder.ts';
import { policyFolders } from './policy-folders.ts';
import type { Reader } from './reader.ts';

/** A folder of policies with its exemptions and owners; what loads is held against pools, as at every look. */
export const policyReader: Reader = {
  seeds: policyFolders,
  parts: { split: (text) => filesIn(text).map(({ whole }) => whole), join: joined },
  read: async (text) => {
    const files = filesIn(text);
    const textNamed = (name: string) => files.find(({ file }) => file === name)?.text;
    const loaded = compilePolicies(files);
    if (loaded.kind === 'mistakes') {
      hold(loaded.mistakes.length > 0, 'Nothing is said of what is wrong.');
      holdPlaces(loaded.mistakes, textNamed);
      return;
    }
    holdPlaces(loaded.warnings, textNamed);
    const enforced = JSON.stringify(loaded.policies);
    hold(JSON.stringify(JSON.parse(enforced)) === enforced, 'What is enforced is no plain JSON.');
    for (const { snapshot, tags } of pools) {
      evaluate(snapshot, loaded.policies, { ceiling: 'remediate', today: '2026-11-26' });
      ownersOf(loaded.policies.owners, snapshot.pool, tags);
    }
  },
};

const aPoolNamed = (name: string, stack: string) => {
  const tags = { team: 'checkout', 'aws:cloudformation:stack-name': stack };
  return { snapshot: aPoolSnapshot({ userPool: { Name: name, UserPoolTags: tags } }), tags };
};

/** One as others are, and one whose names are made for patterns that go back and forth. */
const pools = [
  aPoolNamed('checkout-production', 'checkout'),
  aPoolNamed(`${'a'.repeat(127)}!`, `${'a'.repeat(255)}!`),
];
