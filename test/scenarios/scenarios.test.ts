import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { settings } from '../../src/pool/settings.ts';
import { observed } from './observed.ts';
import { runScenario } from './run-scenario.ts';
import { scenarioFrom } from './scenario.ts';

const folder = new URL('.', import.meta.url).pathname;

const scenarios = globSync('**/*.yaml', { cwd: folder })
  .toSorted()
  .map((file) => ({ file, scenario: scenarioFrom(parse(readFileSync(`${folder}${file}`, 'utf8'))) }));

describe.concurrent('a pool that somebody weakens', () => {
  it.each(scenarios)('$file: $scenario.title', async ({ scenario }) => {
    const played = await runScenario(scenario);

    const [first] = played.outcomes;
    expect(observed(played)).toEqual(scenario.expected);
    expect(first?.sideEffects).toEqual([]);
    expect(first?.causes).toMatchObject([
      { actor: { sessionIssuer: `arn:aws:iam::111122223333:role/${scenario.by}` } },
    ]);
    expect(played.mails).toHaveLength(1);
  });
});

describe('the scenarios', () => {
  it('weaken a pool through every parameter of both calls', () => {
    const parameters = settings
      .filter(({ calls, sameAs }) => calls.some((call) => /^(Update|Set)/.test(call)) && sameAs === undefined)
      .map(({ path }) => path.split('.')[0] ?? path);
    const weakened = scenarios.flatMap(({ scenario }) =>
      Object.values(scenario.weakened).flatMap(Object.keys),
    );

    expect([...new Set(parameters)].filter((parameter) => !weakened.includes(parameter))).toEqual([]);
  });
});
