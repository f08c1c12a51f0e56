import { relative } from 'node:path';
import { describe, type ExpectStatic, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { type AtEnd, type CliRun, finished, runCli, startCli } from '../support/run-cli.ts';
import { readScenario, type Scenario, scenarioFolder, scenarios } from './scenario.ts';
import { typedWords } from './typed-words.ts';
import { worlds } from './worlds.ts';

const root = new URL('../..', import.meta.url).pathname.replace(/\/$/, '');

/** What differs from one run to the next: ids, pools that a command makes, times, digests, places and the port. */
const steady = (text: string): string =>
  text
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<id>')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z/g, '<time>')
    .replace(/eu-west-1_[0-9a-f]{9}\b/g, '<pool>')
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/g, '<moment>')
    .replace(/(granted: |expires: |since |until )\d{4}-\d\d-\d\d/g, '$1<day>')
    .replace(/eu-west-1_[0-9a-f]{9}\b/g, '<pool>')
    .replace(/sha256:[0-9a-f]+/g, 'sha256:<digest>')
    .replaceAll(root, 'REPOSITORY')
    .replace(/\S*\/node (?=REPOSITORY)/g, 'node ')
    .replace(/http:\/\/127\.0\.0\.1:\d{2,5}/g, '<sandbox>');

/** Channels have a notice in whatever order they come to it. */
const inOrder = (text: string): string =>
  text.replace(/(?:^ {2}sent {6}\S+\n)+/gm, (sent) =>
    sent.split('\n').slice(0, -1).sort().join('\n').concat('\n'),
  );

/** On a machine that is busy, a look gets stale before the write, and another one is taken. */
const isLook = (name: string): boolean => /(DescribeUserPool|GetUserPoolMfaConfig)$/.test(name);
const isWrite = (name: string): boolean => /(UpdateUserPool|SetUserPoolMfaConfig)$/.test(name);

const callsIn = ({ calls }: Sandbox, since: number): string => {
  const counts = new Map<string, number>();
  for (const { service, operation } of calls.slice(since)) {
    const name = `${service} ${operation}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const writes = [...counts.keys()].some(isWrite);
  return [...counts]
    .map(([name, count]) => `${writes && isLook(name) ? 'some' : count} ${name}`)
    .sort()
    .join('\n');
};

/** Where the command stands: it differs from one clone to the next. */
const repository = new URL('../..', import.meta.url).pathname.replace(/\/$/, '');

const section = (title: string, text: string): string =>
  text === '' ? '' : `\n--- ${title}\n${text.trimEnd()}\n`;

const told = (
  { world, line }: Scenario,
  run: CliRun,
  calls: string,
  { folder = '', cwd = '' }: { readonly folder?: string; readonly cwd?: string },
): string => {
  const shown = (text: string): string =>
    inOrder(
      steady(
        // Places in files are named from the current folder on.
        folder === ''
          ? text
          : text.replaceAll(relative(cwd, folder) || folder, 'FOLDER').replaceAll(folder, 'FOLDER'),
      ),
    ).replaceAll(repository, 'REPOSITORY');
  return [
    `Where ${world}:\n\n$ ${line}\n\nExit status ${run.exit}\n`,
    section('stdout', shown(run.stdout)),
    section('stderr', shown(run.stderr)),
    section('calls to AWS', calls),
  ].join('');
};

/** In a process of its own; in a thread, which takes a fifth of the time, where it needn't be one. */
type Way = 'process' | 'thread';

const carryOut = async (
  scenario: Scenario,
  way: Way,
  { expect, onTestFinished }: { readonly expect: ExpectStatic; readonly onTestFinished: AtEnd },
): Promise<void> => {
  const world = await worlds[scenario.world]?.(onTestFinished);
  if (!world) throw new Error(`There is no world where ${scenario.world}.`);
  const { environment, sandbox, folder = '', cwd } = world;
  const before = sandbox?.calls.length ?? 0;

  const args = typedWords(scenario.line)
    .slice(1)
    .map((word) => word.replace('FOLDER', folder));
  // A thread can't change the current folder.
  const run =
    way === 'process' || cwd !== undefined
      ? await finished(startCli(args, environment, { atEnd: onTestFinished, ...(cwd && { cwd }) }))
      : await runCli(args, environment);

  const calls = sandbox ? callsIn(sandbox, before) : '';
  expect(run.stderr).not.toMatch(/^\s+at .+:\d+:\d+/m);
  await expect(told(scenario, run, calls, world)).toMatchFileSnapshot(
    `${scenarioFolder}${scenario.name}.txt`,
  );
};

/** As a title takes them. */
const named = (each: readonly Scenario[]) => each.map((scenario) => [scenario.name, scenario] as const);

describe.concurrent('the command line', () => {
  it.for(named(scenarios))('does what scenarios/%s.txt tells', async ([, scenario], test) => {
    await carryOut(scenario, 'thread', test);
  });
});

/** With each exit status that somebody's world can lead to. */
const asProcesses = [
  'version',
  'doctor-works',
  'notice-slack',
  'plan-weakened',
  'check-all-regions',
  'unknown-option',
  'validate-five-mistakes',
  'plan-describe-denied',
  'rehearse-update-denied',
].map(readScenario);

describe.concurrent('the command line as a process of its own', () => {
  it.for(named(asProcesses))('does what scenarios/%s.txt tells', async ([, scenario], test) => {
    await carryOut(scenario, 'process', test);
  });

  it('is tried for each exit status that scenarios have', () => {
    const statuses = (of: readonly Scenario[]) => [...new Set(of.map(({ exit }) => exit))].sort();

    expect(statuses(asProcesses)).toEqual(statuses(scenarios));
  });
});
