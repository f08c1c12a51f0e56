import { globSync, readFileSync } from 'node:fs';

/** What a person does, from the head of a scenario's file. */
export interface Scenario {
  readonly name: string;
  readonly world: string;
  /** What is typed: `lifeguard check --strict`. */
  readonly line: string;
  /** What the command ends with; undefined where the file is new. */
  readonly exit?: number;
}

export const scenarioFolder = new URL('scenarios/', import.meta.url).pathname;

/** @throws where there is no such file, or it begins with something else */
export const readScenario = (name: string): Scenario => {
  const text = readFileSync(`${scenarioFolder}${name}.txt`, 'utf8');
  const [, world, line, exit] =
    /^Where (.+):\n\n\$ (lifeguard\b.*)\n(?:\nExit status (\d+)\n)?/.exec(text) ?? [];
  if (world === undefined || line === undefined)
    throw new Error(`${name}: a scenario begins with "Where <world>:" and "$ lifeguard <arguments>".`);
  return { name, world, line, ...(exit !== undefined && { exit: Number(exit) }) };
};

export const scenarios: readonly Scenario[] = globSync('*.txt', { cwd: scenarioFolder }).map((file) =>
  readScenario(file.replace(/\.txt$/, '')),
);
