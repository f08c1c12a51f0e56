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

/** What to type after `init`: a check, a look at live pools, and a deployment for each Region. */
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
    ...where.map((region) =>
      [
        `npx serverless deploy --region ${region}`,
        `--param=mode=${mode}`,
        `--param=${shellWord(`emails=${who}`)}`,
        ...(deployed === undefined ? [] : [`--param=${shellWord(`policies=${deployed}`)}`]),
      ].join(' '),
    ),
  ];
};
