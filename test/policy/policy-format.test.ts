import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { compilePolicies, type LoadedPolicies } from '../../src/policy/loader/compile-policies.ts';
import { operators } from '../../src/policy/operators/operators.ts';

const page = await readFile('docs/policy-format.md', 'utf8');
const blocks = [...page.matchAll(/^```yaml\n# (policies\/\S+)\n([\s\S]*?)^```$/gm)].map(
  ([, file = '', text = '']) => ({
    file,
    text: `# ${file}\n${text}`,
  }),
);

const lines = ({ kind, ...loaded }: LoadedPolicies): string[] => {
  const told = 'mistakes' in loaded ? loaded.mistakes : loaded.warnings;
  return [kind, ...told.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`)];
};

const blockOf = (file: string): { readonly file: string; readonly text: string } => {
  const block = blocks.find((candidate) => candidate.file === file);
  if (!block) throw new Error(`The page has no block ${file}.`);
  return block;
};

describe('docs/policy-format.md', () => {
  it('has no YAML block without the name of its file', () => {
    expect(blocks).toHaveLength([...page.matchAll(/^```ya?ml/gm)].length);
  });

  it.each(blocks.filter(({ file }) => !/(exemptions|owners|staff)\.yaml$/.test(file)))(
    '$file loads without a warning',
    (block) => {
      expect(lines(compilePolicies([block]))).toEqual(['policies']);
    },
  );

  it('staff.yaml loads with the warning that the page speaks of', () => {
    expect(lines(compilePolicies([blockOf('policies/staff.yaml')]))).toEqual([
      'policies',
      expect.stringContaining('out of this policy by renaming it'),
    ]);
  });

  it.each(['exemptions', 'owners'])('%s.yaml loads beside the baseline', async (name) => {
    const baseline = {
      file: 'policies/baseline.yaml',
      text: await readFile('policies/baseline.yaml', 'utf8'),
    };

    expect(lines(compilePolicies([baseline, blockOf(`policies/${name}.yaml`)]))).toEqual(['policies']);
  });

  it('shows the messages that the loader gives', () => {
    const first = blockOf('policies/first.yaml');
    const misspelt = first.text
      .replace('severity: medium', 'severity: meduim')
      .replace('AutoVerifiedAttributes', 'AutoVerifiedAttribute');
    const length = blockOf('policies/length.yaml');
    const weakening = length.text.replace('equals: 8', 'equals: 14').replace(/^ *allowWeakening.*\n/m, '');

    const shown = [
      ...lines(compilePolicies([{ ...first, text: misspelt }])),
      ...lines(compilePolicies([{ ...length, text: weakening }])),
    ].filter((line) => line.startsWith('policies/'));

    expect(shown).toHaveLength(3);
    for (const line of shown) expect(page).toContain(line);
  });

  it('explains every operator', () => {
    for (const { name } of operators) expect(page).toMatch(new RegExp(`^\\| \`${name}\` \\|`, 'm'));
  });
});
