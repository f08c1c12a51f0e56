import { globSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { describe, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { type CliRun, runCli } from '../support/run-cli.ts';
import { worlds } from './worlds.ts';

/** What a person does, from the head of a scenario's file. */
interface Deed {
  readonly world: string;
  readonly args: readonly string[];
}

const folder = new URL('scenarios/', import.meta.url).pathname;
const names = globSync('*.txt', { cwd: folder }).map((file) => file.replace(/\.txt$/, ''));

const deedOf = (text: string): Deed => {
  const [, world, command] = /^Where (.+):\n\n\$ lifeguard ?(.*)\n/.exec(text) ?? [];
  if (world === undefined || command === undefined)
    throw new Error('A scenario begins with "Where <world>:" and "$ lifeguard <arguments>".');
  return { world, args: command.split(' ').filter((arg) => arg !== '') };
};

/** What differs from one run to the next: ids, pools that a command makes, times, digests and the port. */
const steady = (text: string): string =>
  text
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<id>')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z/g, '<time>')
    .replace(/eu-west-1_[0-9a-f]{9}\b/g, '<pool>')
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/g, '<moment>')
    .replace(/(granted: |expires: |since |until )\d{4}-\d\d-\d\d/g, '$1<day>')
    .replace(/eu-west-1_[0-9a-f]{9}\b/g, '<pool>')
    .replace(/sha256:[0-9a-f]+/g, 'sha256:<digest>')
    .replace(/http:\/\/127\.0\.0\.1:\d{2,5}/g, '<sandbox>');

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

const section = (title: string, text: string): string =>
  text === '' ? '' : `\n--- ${title}\n${text.trimEnd()}\n`;

const told = ({ world, args }: Deed, run: CliRun, calls: string, folder: string): string => {
  const shown = (text: string): string =>
    steady(
      // Places in files are named from the current folder on.
      folder === '' ? text : text.replaceAll(relative('', folder), 'FOLDER').replaceAll(folder, 'FOLDER'),
    );
  return [
    `Where ${world}:\n\n${['$ lifeguard', ...args].join(' ')}\n\nExit status ${run.exit}\n`,
    section('stdout', shown(run.stdout)),
    section('stderr', shown(run.stderr)),
    section('calls to AWS', calls),
  ].join('');
};

describe.concurrent('the command line', () => {
  it.for(names)('does what scenarios/%s.txt tells', async (name, { expect, onTestFinished }) => {
    const deed = deedOf(readFileSync(`${folder}${name}.txt`, 'utf8'));
    const world = await worlds[deed.world]?.(onTestFinished);
    if (!world) throw new Error(`There is no world where ${deed.world}.`);
    const { environment, sandbox, folder: made = '' } = world;
    const before = sandbox?.calls.length ?? 0;

    const args = deed.args.map((arg) => arg.replace('FOLDER', made));
    const run = await runCli(args, environment, onTestFinished);

    const calls = sandbox ? callsIn(sandbox, before) : '';
    expect(run.stderr).not.toMatch(/^\s+at .+:\d+:\d+/m);
    await expect(told(deed, run, calls, made)).toMatchFileSnapshot(`scenarios/${name}.txt`);
  });
});
