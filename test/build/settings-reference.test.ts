import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { couplingsReference } from '../../build/couplings-reference.ts';
import { settingsReference } from '../../build/settings-reference.ts';
import { isGovernable, settings } from '../../src/pool/settings.ts';
import { coupledSettings, couplingBrings } from '../../src/remediation/coupled-settings.ts';

const entries = new Map(
  settingsReference()
    .split('\n### ')
    .slice(1)
    .map((entry) => [entry.split('\n')[0] ?? '', entry]),
);

const filesIn = (folder: string, list: string): string[] =>
  globSync(`src/remediation/${folder}/*.ts`)
    .map((file) => file.replace(/^.*\/|\.ts$/g, ''))
    .filter((name) => name !== list && name !== 'carry-rule')
    .toSorted();

describe('the settings reference', () => {
  it('has one entry for each row of the catalogue', () => {
    expect([...entries.keys()].toSorted()).toEqual(settings.map(({ path }) => path).toSorted());
  });

  it.each(settings.filter(isGovernable))(
    'says what a rule can ask of $path and how it is put right',
    ({ path }) => {
      expect(entries.get(path)).toMatch(/- \*\*Operators\*\*: `\w+`/);
      expect(entries.get(path)).toMatch(/- \*\*Put right\*\*: (by `\w+`|no; AWS )/);
    },
  );

  it.each(settings.filter((setting) => !isGovernable(setting)))(
    'gives AWS’s reason why $path is not governed',
    ({ path }) => {
      expect(entries.get(path)).toMatch(/- \*\*Not governed\*\*: AWS .+\n- \*\*Evidence\*\*: .+/);
    },
  );

  it('links to places that are there', () => {
    const page = settingsReference();
    const anchors = [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    );
    const targets = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, target]) => target);

    expect(targets.filter((target) => !anchors.includes(target ?? ''))).toEqual([]);
  });
});

describe('the couplings reference', () => {
  it('has every coupling that is in force, and the settings that force it', () => {
    const named = [...couplingsReference().matchAll(/^### ([a-z-]+)$/gm)].map(([, name]) => name);

    expect(named.toSorted()).toEqual(filesIn('couplings', 'couplings'));
    expect(Object.keys(couplingBrings).toSorted()).toEqual(filesIn('couplings', 'couplings'));
    expect(Object.keys(coupledSettings).toSorted()).toEqual(filesIn('couplings', 'couplings'));
  });

  it('has every carry rule that is in force', () => {
    const named = [...couplingsReference().matchAll(/^- \*\*([a-z-]+)\*\*: \w/gm)].map(([, name]) => name);

    expect(named.toSorted()).toEqual(filesIn('carry', 'carry-rules'));
  });
});
