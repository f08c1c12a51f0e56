import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { DeployedRule, RulesPart } from '../doctor/rules-part.ts';
import { sandboxRegion } from './sandbox-settings.ts';

/** What the parameter `rules-1` of a deployment in the sandbox says: its rules at home, as they stand now. */
export const rulesTold = ({ bus, accountId }: Pick<Sandbox, 'bus' | 'accountId'>): string => {
  const rules = bus.rules
    .filter(({ region }) => region === sandboxRegion)
    .map(
      ({ name, bus: place, pattern, schedule, queues, topics = [], buses }): DeployedRule => ({
        rule: place === 'default' ? name : `${place}/${name}`,
        ...(pattern && { pattern }),
        ...(schedule !== undefined && { schedule }),
        targets: [
          ...queues.map(({ arn }) => ({ arn })),
          ...topics.map((arn) => ({ arn })),
          ...buses.map(({ region, account = accountId, bus: to, roleArn }) => ({
            arn: `arn:aws:events:${region}:${account}:event-bus/${to}`,
            role: roleArn,
          })),
        ],
      }),
    );
  return JSON.stringify({ of: 1, rules } satisfies RulesPart);
};
