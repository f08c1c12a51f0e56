import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

/** Starts the check as if Node were of this version. */
const checkedOn = (version: string) => {
  const versions = JSON.stringify({ ...process.versions, node: version });
  const pretence = `Object.defineProperty(process, 'versions', { value: ${versions} })`;
  const { stderr, status } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(pretence)}`, 'src/cli/need-node.mjs'],
    { encoding: 'utf8' },
  );
  return { stderr, status };
};

it.each(['22.18.0', '22.21.1', '23.0.0', '24.21.0'])('Node %s will do', (version) => {
  expect(checkedOn(version)).toEqual({ stderr: '', status: 0 });
});

it.each(['20.20.2', '22.0.0', '22.17.1'])(
  'Node %s is refused, and told of the one that is needed',
  (version) => {
    const least = manifest.engines.node.replace('>=', '');

    expect(checkedOn(version)).toEqual({
      stderr: `Lifeguard needs Node ${least} or newer, and this is v${version}. In its repository, npm ci brings one for x64 Linux.\n`,
      status: 2,
    });
  },
);
