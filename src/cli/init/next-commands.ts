import { partitionOf } from '../../pool/pool-ref.ts';
import { shellWord } from '../shell-word.ts';
import type { Beginning } from './interview.ts';

/** Where the commands will be typed. */
export interface Where {
  /** What to type for `lifeguard`. */
  readonly call: string;
  /** The folder to change to before deploying; absent where it is the current one. */
  readonly clone?: string;
  /** The folder of policies as the deployment is told it; absent where it is the one that it takes by itself. */
  readonly deployed?: string;
}

/** One deployment looks after all Regions, but where EventBridge forwards nothing between them: build/mistakes-of-regions.ts. */
const deployments = (regions: readonly string[]): readonly (readonly string[])[] => {
  const [together, alone] = [true, false].map((isForwarding) =>
    regions.filter((region) => (partitionOf(region) === 'aws') === isForwarding),
  );
  return [...(together && together.length > 0 ? [together] : []), ...(alone ?? []).map((region) => [region])];
};

/** What to type after `init`: a check, a look at live pools, and the deployment that looks after them. */
export const nextCommands = (
  folder: string,
  { mode, emails, regions }: Beginning,
  { call, clone, deployed }: Where,
): readonly string[] => {
  const policies = /^(\.\/)?policies\/?$/.test(folder) ? '' : ` --policies ${shellWord(folder)}`;
  const where = regions.length === 0 ? ['REGION'] : regions;
  const who = emails.length === 0 ? 'EMAILS' : emails.join(',');
  return [
    `${call} validate${policies}`,
    ...where.map((region) => `${call} plan --region ${region}${policies}`),
    ...(clone === undefined ? [] : [`cd ${shellWord(clone)}`]),
    ...deployments(where).map(([home = '', ...others]) =>
      [
        `npx serverless deploy --region ${home}`,
        ...(others.length === 0 ? [] : [`--param=${shellWord(`regions=${[home, ...others].join()}`)}`]),
        `--param=mode=${mode}`,
        `--param=${shellWord(`emails=${who}`)}`,
        ...(deployed === undefined ? [] : [`--param=${shellWord(`policies=${deployed}`)}`]),
      ].join(' '),
    ),
  ];
};
