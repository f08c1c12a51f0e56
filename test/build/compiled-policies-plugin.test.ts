import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { compiledPoliciesPlugin } from '../../build/compiled-policies-plugin.ts';
import { aPolicySet } from '../support/a-policy.ts';
import { anOwner } from '../support/an-owner.ts';

/** The text of a bundle made of this module, with one policy and one owner compiled in. */
const bundleOf = async (contents: string): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    format: 'esm',
    plugins: [compiledPoliciesPlugin(aPolicySet({ owners: [anOwner()] }))],
  });
  return outputFiles[0]?.text ?? '';
};

describe('the compiled policies', () => {
  it('are all that the files say for whoever imports them whole', async () => {
    const text = await bundleOf("import policies from 'lifeguard:policies'; console.log(policies);");

    expect(text).toContain('password-minimum-length');
    expect(text).toContain('checkout@example.com');
  });

  it('are the owners alone for whoever imports those', async () => {
    const text = await bundleOf("import { owners } from 'lifeguard:policies'; console.log(owners);");

    expect(text).toContain('checkout@example.com');
    expect(text).not.toContain('password-minimum-length');
  });
});
