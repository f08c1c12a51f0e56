import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withoutDocumentation } from '../../../build/lean/undocumented-settings-plugin.ts';

describe('withoutDocumentation', () => {
  const files = globSync('src/pool/catalogue/*.ts');
  const membersIn = (text: string): readonly string[] =>
    text.match(/\b(?:meaning|evidence): *\n? *\S+/g) ?? [];

  it('finds the documentation of every row, on the same line or the next', () => {
    const documented = files.flatMap((file) => membersIn(readFileSync(file, 'utf8')));
    const left = files.flatMap((file) => membersIn(withoutDocumentation(readFileSync(file, 'utf8'))));

    expect(documented.length).toBeGreaterThan(100);
    expect(left.filter((member) => /'.*\w/.test(member))).toEqual([]);
  });

  it('changes nothing else', () => {
    const row =
      "  row('UserPoolTier', scale('LITE', 'PLUS'), {\n    feltBy: 'bill',\n    meaning: 'It\\'s the plan.',\n  }),";

    expect(withoutDocumentation(row)).toBe(
      "  row('UserPoolTier', scale('LITE', 'PLUS'), {\n    feltBy: 'bill',\n    meaning: '',\n  }),",
    );
  });
});
