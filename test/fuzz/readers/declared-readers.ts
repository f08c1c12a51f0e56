import { verdictsOf } from '../../../src/cli/declared-files/check-declared.ts';
import type { DeclaredFile } from '../../../src/declared/declared-pool.ts';
import { readTemplate } from '../../../src/declared/template/read-template.ts';
import { readTerraformPlan } from '../../../src/declared/terraform/read-terraform-plan.ts';
import { loadPolicies } from '../../../src/policy/load-policies.ts';
import { hold } from './hold.ts';
import { holdPlaces } from './hold-places.ts';
import type { Reader } from './reader.ts';
import { textsOf } from './texts-of.ts';

const loaded = await loadPolicies('policies');
if (loaded.kind === 'mistakes') throw new Error('The baseline has mistakes.');
const options = {
  policies: loaded.policies,
  today: '2026-11-26',
  account: '111122223333',
  region: 'eu-west-1',
};

/** Judges what a file declares, as `lifeguard check` does. */
const judged = (file: DeclaredFile, name: string, text: string): void => {
  const textNamed = (named: string) => (named === name ? text : undefined);
  if (file.kind === 'mistakes') {
    hold(file.mistakes.length > 0, 'Nothing is said of what is wrong.');
    holdPlaces(file.mistakes, textNamed);
    return;
  }
  holdPlaces(file.notes, textNamed);
  for (const pool of file.pools)
    for (const { message, subject } of verdictsOf(pool, options))
      if ('place' in subject) holdPlaces([{ ...subject.place, message }], textNamed);
};

/** Templates of CloudFormation, SAM, Serverless and the CDK. */
export const templateReader: Reader = {
  seeds: () => textsOf('test/declared/examples/templates/*.{yaml,yml,json}'),
  read: async (text) => judged(readTemplate(text, 'template.yaml', options), 'template.yaml', text),
};

/** What `terraform show -json` prints of a plan. */
export const planReader: Reader = {
  seeds: () => textsOf('test/declared/examples/plans/*.json'),
  read: async (text) => judged(readTerraformPlan(text, 'plan.json'), 'plan.json', text),
};
