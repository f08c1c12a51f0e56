import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { verdictsOf } from '../../src/cli/declared-files/check-declared.ts';
import type { Verdict } from '../../src/cli/listing/verdict.ts';
import { counted } from '../../src/cli/report/counted.ts';
import { mistakeLine } from '../../src/cli/report/mistake-line.ts';
import type { DeclaredFile } from '../../src/declared/declared-pool.ts';
import { readTemplate } from '../../src/declared/template/read-template.ts';
import { readTerraformPlan } from '../../src/declared/terraform/read-terraform-plan.ts';
import { loadPolicies } from '../../src/policy/load-policies.ts';

const folder = new URL('examples/', import.meta.url).pathname;
const templates = globSync('templates/*.{json,yaml,yml}', { cwd: folder });
const plans = globSync('plans/*.json', { cwd: folder });

const loaded = await loadPolicies('policies');
if (loaded.kind === 'mistakes') throw new Error('The policies have mistakes.');
const { policies } = loaded;

const line = ({ status, rule, subject, message, next }: Verdict): string =>
  `${status.padEnd(12)} ${subject.name}  ${rule}  ${subject.place?.line}:${subject.place?.column}\n    ${message}${next ? `\n    ${next}` : ''}`;

/** The file's verdicts in the order of the policies, or its mistakes. */
const told = (file: DeclaredFile): string => {
  if (file.kind === 'mistakes') return file.mistakes.map(mistakeLine).join('\n');
  const verdicts = file.pools.flatMap((pool) => verdictsOf(pool, { policies, today: '2026-11-26' }));
  const notes = file.notes.map((note) => `note ${mistakeLine(note)}`);
  return `${[counted(file.pools.length, 'pool'), ...notes, ...verdicts.map(line)].join('\n')}\n`;
};

describe('an example of what people deploy', () => {
  it('is there for each of at least fifteen forms', () => {
    expect(templates.length + plans.length).toBeGreaterThanOrEqual(15);
  });

  it.each(templates)('has the verdicts that stand beside it: %s', async (name) => {
    const file = readTemplate(readFileSync(`${folder}${name}`, 'utf8'), name);

    await expect(told(file)).toMatchFileSnapshot(`${folder}${name}.verdicts.txt`);
  });

  it.each(plans)('has the verdicts that stand beside it: %s', async (name) => {
    const file = readTerraformPlan(readFileSync(`${folder}${name}`, 'utf8'), name);

    await expect(told(file)).toMatchFileSnapshot(`${folder}${name}.verdicts.txt`);
  });
});
