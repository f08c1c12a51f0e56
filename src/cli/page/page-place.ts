import type { PolicySet } from '../../policy/policy.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { sandboxRegion } from '../deployed/sandbox-settings.ts';
import { counted } from '../report/counted.ts';
import { type SandboxPlace, sandboxCommands, sandboxEnvironment } from '../report/sandbox-commands.ts';
import { shown } from './model/shown.ts';
import type { CommandView, PlaceView } from './page-data.ts';

/** Where a sandbox is and what is deployed in it. */
export const placeView = ({ url, accountId }: Sandbox, { policies }: PolicySet): PlaceView => ({
  endpoint: url,
  accountId,
  region: sandboxRegion,
  policies: `${counted(
    policies.reduce((sum, { rules }) => sum + rules.length, 0),
    'rule',
  )} of ${shown(policies.map(({ name }) => name).join(', '), 'name')}`,
});

/** What to type to see something happen on the page. */
export const commandViews = (place: SandboxPlace): readonly CommandView[] => {
  const { weaken, create, pause } = sandboxCommands(place);
  return [
    { name: 'connect', does: 'Lead a terminal to the sandbox', text: sandboxEnvironment(place).join('\n') },
    { name: 'weaken', does: 'Weaken the password policy, and see it put right', text: weaken },
    { name: 'create', does: 'Create a pool that isn’t as policy requires', text: create },
    { name: 'pause', does: 'Stop all writing to the pool for half an hour', text: pause },
  ];
};
