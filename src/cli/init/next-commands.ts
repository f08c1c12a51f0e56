import type { Beginning } from './interview.ts';

/** A text as one word of a shell's command line. */
const word = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** What to type after `init`: a check, a look at live pools, and a deployment for each Region. */
export const nextCommands = (folder: string, { mode, emails, regions }: Beginning): readonly string[] => {
  const isUsual = /^(\.\/)?policies\/?$/.test(folder);
  const policies = isUsual ? '' : ` --policies ${word(folder)}`;
  const where = regions.length === 0 ? ['REGION'] : regions;
  const who = emails.length === 0 ? 'EMAILS' : emails.join(',');
  return [
    `npx lifeguard validate${policies}`,
    ...where.map((region) => `npx lifeguard plan --region ${region}${policies}`),
    ...where.map((region) =>
      [
        `npx serverless deploy --region ${region}`,
        `--param=mode=${mode}`,
        `--param=${word(`emails=${who}`)}`,
        ...(isUsual ? [] : [`--param=${word(`policies=${folder}`)}`]),
      ].join(' '),
    ),
  ];
};
